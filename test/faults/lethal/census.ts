/** Loaded before Landfall: answers what keeps the process alive, and how much it holds. */

process.on("message", (question) => {
  if (question !== "census") return;
  process.send?.({ handles: process.getActiveResourcesInfo().length, heap: process.memoryUsage().heapUsed });
});
