// Builds what browsers load, from the packages in package.json and the files in src/, into the folder named by the first
// argument: style sheet, scripts and font under names that carry a hash of their content, and manifest.json, which maps plain
// names to those. The portal embeds the folder (see Mentoring.Portal.csproj) and serves it (see Web/StaticFiles.cs).
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { compileAsync } from 'sass'

const here = dirname(fileURLToPath(import.meta.url))
const out = process.argv[2] ?? join(here, 'dist')
const manifest = {}

rmSync(out, { recursive: true, force: true })
mkdirSync(out, { recursive: true })

function write (name, content) {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12)
  const dot = name.lastIndexOf('.')
  const hashed = `${name.slice(0, dot)}.${hash}${name.slice(dot)}`
  writeFileSync(join(out, hashed), content)
  manifest[name] = hashed
  return hashed
}

const font = write('hyperlegible.woff2',
  readFileSync(join(here, 'node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2')))

const { css } = await compileAsync(join(here, 'src/site.scss'), {
  style: 'compressed',
  loadPaths: [here, join(here, 'node_modules'), join(here, 'node_modules/govuk-frontend/dist')],
  quietDeps: true
})
write('site.css', css.replaceAll('hyperlegible.woff2', font))

const sources = readdirSync(join(here, 'src'))

for (const script of sources.filter(name => name.endsWith('.mjs'))) {
  const { outputFiles } = await build({
    entryPoints: [join(here, 'src', script)],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2020',
    legalComments: 'none',
    write: false
  })
  write(script.replace('.mjs', '.js'), outputFiles[0].contents)
}

for (const picture of sources.filter(name => name.endsWith('.svg'))) write(picture, readFileSync(join(here, 'src', picture)))

writeFileSync(join(out, 'manifest.json'), JSON.stringify(manifest, null, 2))
