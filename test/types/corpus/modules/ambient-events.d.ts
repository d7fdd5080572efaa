declare module 'made-up-package' {
  export type Ev = 'pkg1' | 'pkg2';
  export interface Opt { o: 1 }
}
declare module '*.machine' {
  const events: 'wild';
  export default events;
}
