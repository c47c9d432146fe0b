/** Where the program itself lies: in a clone and in the package alike one step above its code. */
export const inPackage = (path: string): URL => new URL(`../${path}`, import.meta.url);
