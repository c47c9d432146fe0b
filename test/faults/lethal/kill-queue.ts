/** Loaded before Landfall: at a message, the embedded queue breaks in its next step, as WebAssembly breaks. */

let dying = false;
process.on("message", () => (dying = true));

const instantiate = WebAssembly.instantiate;
const breakable = async (
  module: WebAssembly.Module,
  imports: WebAssembly.Imports,
): Promise<WebAssembly.Instance> => {
  const instance = await instantiate(module, imports);
  const step = instance.exports["rk_step"];
  if (step === undefined) return instance;
  const breaking = (): number => {
    if (!dying) return step();
    dying = false;
    throw new Error("told to break");
  };
  return { exports: { ...instance.exports, rk_step: breaking } };
};
Object.assign(WebAssembly, { instantiate: breakable });
