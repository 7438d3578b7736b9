// A Chromium without a window, and the cookie of somebody who is signed in.
export const cookieName = '__Host-mentoring';

// Asked for when it is used: deploy/bench-pages looks at pages without a browser, and needs no packages.
export const launch = async () => (await import('puppeteer-core')).default.launch({
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  headless: true,
  args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--font-render-hinting=none'],
});

// A target is PATH, or HANDLE:PATH for somebody who is signed in.
export function read(target) {
  const at = target.indexOf(':');
  return at < 0 ? { path: target } : { handle: target.slice(0, at), path: target.slice(at + 1) };
}

export const cookieOf = (address, handle) => ({ name: cookieName, value: handle, domain: new URL(address).hostname, path: '/', secure: true, httpOnly: true, sameSite: 'Lax' });

// Follows a path with a star to the first link of that kind on the page before the arrow, "/work/mentees > /work/mentees/*",
// or to the first that says something: "/work/mentees > /work/mentees/* of Theo".
export async function find(address, path, handle) {
  const steps = path.split('>').map(step => step.trim());
  let here = steps[0];
  for (const step of steps.slice(1)) {
    const [pattern, text = ''] = step.split(' of ');
    const response = await fetch(address + here, { headers: handle ? { cookie: `${cookieName}=${handle}` } : {}, redirect: 'manual' });
    if (response.status !== 200) throw new Error(`${here} answered ${response.status}`);
    const wanted = new RegExp(`^${pattern.replace(/[.?+^$()[\]{}|\\]/g, '\\$&').replaceAll('*', '[0-9a-f-]{36}')}$`);
    const links = [...(await response.text()).matchAll(/href="([^"#]+)"[^>]*>([^<]*)/g)].map(found => ({ to: found[1].replaceAll('&amp;', '&'), says: found[2] }));
    const next = links.find(link => wanted.test(link.to) && link.says.includes(text));
    if (!next) throw new Error(`${here} has no link like ${step}`);
    here = next.to;
  }
  return here;
}
