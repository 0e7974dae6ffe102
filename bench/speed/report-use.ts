/** Loaded before a bot that is measured: says what the process has used so far, each time its parent asks. */
process.on('message', () => {
  process.send?.({
    cpuUs: Object.values(process.cpuUsage()).reduce((sum, one) => sum + one),
    rss: process.memoryUsage.rss(),
  });
});
// A bot that is done must not be kept by this.
process.channel?.unref();
