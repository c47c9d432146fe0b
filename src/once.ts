/** Does it the first time it is asked to, and never again. */
export const once = (action: () => void): (() => void) => {
  let waiting = true;
  return () => {
    if (waiting) action();
    waiting = false;
  };
};
