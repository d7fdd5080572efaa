interface Handlers {
  onSubscribe(mail: string): void;
  onConfirm(): void;
  onUnsubscribe(): void;
}

/** `onConfirm` handles `confirm`. */
type Handled = { [Name in keyof Handlers]: Name extends `on${infer Event}` ? Uncapitalize<Event> : never }[keyof Handlers];

export default function* newsletter(): Generator<'not sent' | 'to be confirmed' | 'sent', never, Handled> {
  while (true) {
    while ((yield 'not sent') !== 'subscribe');
    if ((yield 'to be confirmed') === 'confirm') while ((yield 'sent') !== 'unsubscribe');
  }
}
