// Stands in for @vscode/spdlog, the native module VS Code writes its log files with. The npm-hosted server is installed
// without a compiler, so the native one is missing; without any, there are no logs and the Output view stays empty.
// Installed over its index.js by vscode-server.mjs. Files are not rotated: a run is short.
const { appendFileSync, mkdirSync } = require('node:fs');
const { dirname } = require('node:path');

const names = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];
let commonLevel = 0;

class Logger {
  constructor(_type, _name, file) {
    this.file = file;
    this.level = commonLevel;
    this.raw = false;
    this.waiting = '';
  }
  write(level, message) {
    if (level < this.level) return;
    if (this.waiting === '') setTimeout(() => this.flush(), 50).unref?.();
    this.waiting += this.raw ? message : `${timestamp(new Date())} [${names[level]}] ${message}\n`;
    if (level >= 4) this.flush();
  }
  flush() {
    const text = this.waiting;
    this.waiting = '';
    if (text === '') return;
    try {
      appendFileSync(this.file, text);
    } catch {
      // the folder of the logs was deleted: there is nobody left to read them
    }
  }
  trace(message) {
    this.write(0, message);
  }
  debug(message) {
    this.write(1, message);
  }
  info(message) {
    this.write(2, message);
  }
  warn(message) {
    this.write(3, message);
  }
  error(message) {
    this.write(4, message);
  }
  critical(message) {
    this.write(5, message);
  }
  getLevel() {
    return this.level;
  }
  setLevel(level) {
    this.level = level;
  }
  setPattern() {}
  clearFormatters() {
    this.raw = true;
  }
  drop() {
    this.flush();
  }
}

/** "2026-11-21 18:27:29.045", in local time: what the Output view expects. */
function timestamp(date) {
  const two = (number) => String(number).padStart(2, '0');
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  const time = [two(date.getHours()), two(date.getMinutes()), two(date.getSeconds())].join(':');
  return `${day} ${time}.${String(date.getMilliseconds()).padStart(3, '0')}`;
}

async function createLogger(name, file) {
  mkdirSync(dirname(file), { recursive: true });
  return new Logger('rotating', name, file);
}

exports.version = 0;
exports.Logger = Logger;
exports.setLevel = (level) => {
  commonLevel = level;
};
exports.setFlushOn = () => {};
exports.createRotatingLogger = createLogger;
exports.createAsyncRotatingLogger = createLogger;
