/** Says to the page which one is to be shown. */
export const go = (page: string): void => {
  console.info(`show ${page}`);
};
