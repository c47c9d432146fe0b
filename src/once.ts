/** Does it the first time it is asked to, and never again. */
export const once = (action: () => void): (() => void) => {
  let waiting = true;
  return () => {
    if (waiting) action();
    waiting = false;
  };
};

/** Loads it the first time that it is asked for, and anew after a failure: what failed once may come the next time. */
export const onceLoaded = <T>(load: () => Promise<T>): (() => Promise<T>) => {
  let loading: Promise<T> | undefined;
  return async () => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return await loading;
  };
};
