export enum Priority {
  Low = 'low',
  Normal = 'normal',
  Urgent = 'urgent',
}

export type Change<Value> = { readonly type: 'change'; readonly to: Value } | { readonly type: 'close' };
