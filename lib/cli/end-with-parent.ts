// Preloaded (`node --import`) into every process that another one of ours starts: when that one is gone, even by
// SIGKILL, the channel between them closes, and this process ends as if asked to.
process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
// Listening alone does not keep a process up that has nothing more to do.
process.channel?.unref();
// What this process forks in turn may need its channel to stay up.
process.execArgv.splice(process.execArgv.indexOf("--import"), 2);
