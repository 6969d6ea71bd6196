import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** What a process has used up to now. */
export interface Usage {
  /** Memory it holds, in bytes (resident set). */
  rss: number;
  /** The most it ever held. */
  peakRss: number;
  /** Time of all its threads on a core: unlike a clock, it hardly minds who else is at work. */
  cpuSeconds: number;
}

const EVERY_MS = 50;

export interface Watched {
  now: () => Usage;
  /** The last that was seen: a process that has ended tells nothing any more. */
  end: () => Usage;
}

/** Looks at another process again and again until told to end. */
export function watch(pid: number | undefined): Watched {
  let last: Usage = { rss: 0, peakRss: 0, cpuSeconds: 0 };
  const now = (): Usage => {
    const seen = pid === undefined ? undefined : usageOf(pid);
    if (seen) last = { ...seen, peakRss: Math.max(seen.peakRss, last.peakRss) };
    return last;
  };
  const timer = setInterval(now, EVERY_MS);
  return {
    now,
    end: () => {
      clearInterval(timer);
      return last;
    },
  };
}

function usageOf(pid: number): Usage | undefined {
  try {
    return process.platform === "linux" ? fromProc(pid) : fromPs(pid);
  } catch {
    return undefined;
  }
}

/** Ticks of the kernel a second: 100 on every Linux of today. */
const TICKS = 100;

function fromProc(pid: number): Usage | undefined {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const bytes = (field: string) =>
    Number(new RegExp(`^${field}:\\s+(\\d+) kB`, "m").exec(status)?.[1] ?? Number.NaN) * 1024;
  const rss = bytes("VmRSS");
  // A process that has ended, but was not yet asked for its end, holds nothing.
  if (Number.isNaN(rss)) return undefined;
  // Behind the name, which may hold blanks: the 12th and 13th are user and system time.
  const times = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /s, "")
    .split(" ");
  const ticks = Number(times[11]) + Number(times[12]);
  return { rss, peakRss: bytes("VmHWM"), cpuSeconds: ticks / TICKS };
}

function fromPs(pid: number): Usage {
  const [kilobytes = "", time = ""] = execFileSync("ps", ["-o", "rss=,time=", "-p", `${pid}`])
    .toString()
    .trim()
    .split(/\s+/);
  const cpuSeconds = time.split(/[:-]/).reduce((sum, part) => sum * 60 + Number(part), 0);
  const rss = Number(kilobytes) * 1024;
  return { rss, peakRss: rss, cpuSeconds };
}
