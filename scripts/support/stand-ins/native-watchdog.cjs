// Stands in for the native module of the same name, with which an extension host ends when the server that started it
// is gone. Installed by vscode-server.mjs like its neighbour.
exports.start = (pid) => {
  setInterval(() => {
    try {
      process.kill(pid, 0);
    } catch {
      process.exit(87);
    }
  }, 3_000).unref();
};
