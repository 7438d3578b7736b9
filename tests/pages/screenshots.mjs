// screenshots.mjs ADDRESS PICTURES INDEX WHO=HANDLE...: takes the pictures of the key pages, on a phone and on a desk, and
// writes the page that shows them. See deploy/screenshots.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cookieOf, find, launch } from './browser.mjs';
import { pages } from './pages.mjs';

const [address, folder, index, ...signIns] = process.argv.slice(2);
const handles = Object.fromEntries(signIns.map(signIn => signIn.split('=')));
const sizes = { phone: { width: 360, height: 740, deviceScaleFactor: 2, most: 1100 }, desk: { width: 1280, height: 800, deviceScaleFactor: 1, most: 1300 } };
const shown = pages.filter(page => page.picture);
const browser = await launch();

for (const { who, path: wanted, picture } of shown) {
  const handle = handles[who];
  const path = await find(address, wanted, handle);
  const context = await browser.createBrowserContext();
  if (handle) await context.setCookie(cookieOf(address, handle));
  const page = await context.newPage();
  await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  for (const [size, { most, ...viewport }] of Object.entries(sizes)) {
    await page.setViewport(viewport);
    const response = await page.goto(address + path, { waitUntil: 'networkidle0' });
    if (response.status() !== 200 || new URL(page.url()).pathname !== path.split('?')[0]) throw new Error(`${path} answered ${response.status()} and led to ${page.url()}`);
    await page.evaluate(() => document.fonts.ready);
    const height = Math.min(most, await page.evaluate(() => document.documentElement.scrollHeight));
    await page.screenshot({ path: join(folder, `${picture}-${size}.png`), clip: { x: 0, y: 0, width: viewport.width, height }, captureBeyondViewport: true });
    process.stderr.write(`  ${picture}-${size}\n`);
  }

  await context.close();
}

await browser.close();
writeFileSync(index, `# Pages

Ten key pages with the demo people of \`deploy/up\`, on a phone (360 px) and on a desk (1280 px). \`deploy/screenshots\` takes
the pictures and writes this page.

${shown.map(({ picture, words }) => `## ${title(picture)}

${words}

<img src="pictures/pages/${picture}-phone.png" width="240" alt="${title(picture)}, on a phone"> <img src="pictures/pages/${picture}-desk.png" width="560" alt="${title(picture)}, on a desk">`).join('\n\n')}
`);

function title(picture) {
  const text = picture.replaceAll('-', ' ');
  return text[0].toUpperCase() + text.slice(1);
}
