// bench.mjs ADDRESS RATE SECONDS WHO=HANDLE...: asks for the key pages at a steady rate, whether or not answers have come,
// and says how long the portal took for each (its Server-Timing header). See deploy/bench-pages.
import http from 'node:http';
import { cookieName, find } from './browser.mjs';
import { pages } from './pages.mjs';

const limit = 60, mostCalls = 4;
const [address, rate, seconds, ...signIns] = process.argv.slice(2);
const handles = Object.fromEntries(signIns.map(signIn => signIn.split('=')));
const agent = new http.Agent({ keepAlive: true, maxSockets: 200 });
const url = new URL(address);

const targets = [];
for (const { who, path } of pages) {
  const handle = who === 'nobody' ? undefined : handles[who];
  if (who !== 'nobody' && !handle) continue;
  targets.push({ who, label: path.split('>').at(-1).trim(), path: await find(address, path, handle), handle, times: [], waits: [], calls: 0, wrong: new Map() });
}

// Before anything counts, as often as .NET waits until it compiles a method for good (30 calls): compiling is not what a page costs.
for (let round = 0; round < 30; round++) for (const target of targets) await ask(target);
for (const target of targets) Object.assign(target, { times: [], waits: [] });

const total = Number(rate) * Number(seconds), begun = performance.now(), answers = [];
process.stderr.write(`${targets.length} pages, ${rate} requests a second for ${seconds} s …\n`);
await new Promise(done => {
  let sent = 0;
  const tick = () => {
    const due = Math.min(total, Math.floor((performance.now() - begun) / 1000 * Number(rate)) + 1);
    while (sent < due) answers.push(ask(targets[sent++ % targets.length]));
    if (sent < total) setTimeout(tick, 1000 / Number(rate) / 2); else done();
  };
  tick();
});
await Promise.all(answers);

const line = (label, times, waits, calls) => `${label.padEnd(46)}${[50, 95, 99].map(p => part(times, p).toFixed(1).padStart(8)).join('')}${part(waits, 95).toFixed(1).padStart(10)}${String(calls).padStart(7)}${(part(times, 95) / limit).toFixed(2).padStart(9)}`;
console.log(`${'milliseconds in the portal'.padEnd(46)}${'p50'.padStart(8)}${'p95'.padStart(8)}${'p99'.padStart(8)}${'p95 wire'.padStart(10)}${'calls'.padStart(7)}${'of limit'.padStart(9)}`);
let missed = 0;
for (const target of targets) {
  const slow = part(target.times, 95) > limit, chatty = target.calls > mostCalls, wrong = [...target.wrong].map(([status, count]) => `${count} × ${status}`).join(', ');
  if (slow || chatty || wrong || target.times.length === 0) missed++;
  console.log(line(`${target.who} ${target.label}`, target.times, target.waits, target.calls) + (slow ? '   TOO SLOW' : '') + (chatty ? '   TOO MANY CALLS' : '') + (wrong ? `   ${wrong}` : ''));
}
const all = targets.flatMap(target => target.times);
console.log(line(`all ${targets.length} pages, ${all.length} answers`, all, targets.flatMap(target => target.waits), Math.max(...targets.map(target => target.calls))));
console.log(missed ? `${missed} pages miss p95 ≤ ${limit} ms with at most ${mostCalls} calls.` : `Every page keeps p95 ≤ ${limit} ms with at most ${mostCalls} calls.`);
process.exitCode = missed ? 1 : 0;
agent.destroy();

function ask(target) {
  const started = performance.now();
  return new Promise(done => {
    const wrong = what => { target.wrong.set(what, (target.wrong.get(what) ?? 0) + 1); done(); };
    http.get({ host: '127.0.0.1', port: url.port, path: target.path, agent, headers: { host: url.host, 'accept-encoding': 'gzip', ...(target.handle && { cookie: `${cookieName}=${target.handle}` }) } }, response => {
      response.resume().on('end', () => {
        if (response.statusCode !== 200) return wrong(response.statusCode);
        const timing = /total;dur=([0-9.]+), calls;desc="(\d+)"/.exec(response.headers['server-timing'] ?? '');
        if (!timing) return wrong('answers without Server-Timing');
        target.times.push(Number(timing[1]));
        target.waits.push(performance.now() - started);
        target.calls = Math.max(target.calls, Number(timing[2]));
        done();
      });
    }).on('error', error => wrong(error.code));
  });
}

function part(times, percent) {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted.length ? sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * percent / 100) - 1)] : NaN;
}
