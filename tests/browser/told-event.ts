/** An event of the browser's, told by hand. `given`: what each telling says unless it says otherwise. */
export const toldEvent = <Details extends object>(given: Partial<Details> = {}) => {
  type Listener = (details: Details) => void;
  let listeners: Listener[] = [];
  return {
    /** The background has died, and its listeners with it. */
    clear(): void {
      listeners = [];
    },
    addListener: (listener: Listener) => void listeners.push(listener),
    tell: (details: Partial<Details> = {}) => {
      for (const listener of listeners) listener({ ...given, ...details } as Details);
    },
  };
};
