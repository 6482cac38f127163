// Open pages in Chromium, look for barriers with axe-core, and take pictures.
//
//     CHROMIUM=/usr/bin/chromium node look.mjs OUT DOCS ACCEPTED
//
// OUT/html holds our own pages; DOCS the built documentation, which may be absent; ACCEPTED the
// barriers that stay, each with its reason.

import { existsSync, mkdirSync, readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve, join } from "node:path";
import { pathToFileURL } from "node:url";

const [out, docs, acceptedFile] = process.argv.slice(2).map((each) => resolve(each));
const require = createRequire(join(out, "package.json"));
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const accepted = JSON.parse(readFileSync(acceptedFile, "utf8"));

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const DESKTOP = { width: 1280, height: 900 };
const TELEPHONE = { width: 360, height: 780 };
// The narrowest that WCAG 2.2 asks for (1.4.10 Reflow).
const NARROWEST = { width: 320, height: 780 };
// What an A4 page leaves between our margins, in CSS pixels.
const PAPER = { width: 680, height: 1009 };
// Nothing but colours changes by night in the documentation.
const COLOURS = ["color-contrast"];
const DOCS_PAGES = [
  "index",
  "tutorial/first-scorecard",
  "tutorial/find-errors",
  "tutorial/benchmark-with-dfe",
  "how-to/rate-a-file",
  "explanation/how-a-rating-comes-about",
  "explanation/rag-and-spc",
  "explanation/accessibility",
  "reference/render",
  "glossary",
];

const ours = readdirSync(join(out, "html"))
  .filter((each) => each.endsWith(".html"))
  .map((each) => ({ name: each.slice(0, -5), file: join(out, "html", each), ours: true }));
const theirs = existsSync(docs)
  ? DOCS_PAGES.map((each) => ({
      name: `docs-${each.replaceAll("/", "-")}`,
      file: join(docs, `${each}.html`),
      ours: false,
    })).filter((each) => existsSync(each.file))
  : [];
if (theirs.length === 0) console.log("SKIPPED: the documentation is not built");

const pictures = join(out, "pictures");
mkdirSync(pictures, { recursive: true });
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: FLAGS });
const found = [];
const excused = new Set();

function note(page, view, rule, where, what) {
  const excuse = accepted.find(
    (each) => each.rule === rule && page.name.startsWith(each.page) && where.includes(each.where),
  );
  if (excuse) return excused.add(excuse);
  const same = found.find((each) => each.page === page.name && each.rule === rule);
  if (same) same.more += 1;
  else found.push({ page: page.name, view, rule, where, what, more: 0 });
}

async function barriers(tab, page, view, only = null) {
  // Contrast of level AAA is our own promise, not Furo's.
  const rules = page.ours ? { "color-contrast-enhanced": { enabled: true } } : {};
  await tab.evaluate(axe);
  const result = await tab.evaluate(
    (options) => globalThis.axe.run({ resultTypes: ["violations"], ...options }),
    only ? { runOnly: only } : { rules },
  );
  for (const each of result.violations)
    for (const node of each.nodes)
      note(page, view, each.id, node.target.join(" "), node.failureSummary.replace(/\s+/g, " "));
}

// Say when a page is wider than its place: it would be scrolled sideways, or cut in print.
async function fits(tab, page, view, place) {
  await tab.setViewportSize(place);
  const wide = await tab.evaluate(() => document.documentElement.scrollWidth);
  if (wide > place.width) note(page, view, "fits", "html", `${wide} pixels on ${place.width}`);
}

async function look(page) {
  const context = await browser.newContext({ viewport: DESKTOP });
  const tab = await context.newPage();
  const shoot = (view, fullPage = true) =>
    tab.screenshot({ path: join(pictures, `${page.name}-${view}.png`), fullPage });
  for (const colorScheme of ["light", "dark"]) {
    await tab.setViewportSize(DESKTOP);
    await tab.emulateMedia({ colorScheme });
    await tab.goto(pathToFileURL(page.file).href);
    await barriers(tab, page, colorScheme, page.ours || colorScheme === "light" ? null : COLOURS);
    await shoot(`desktop-${colorScheme}`, page.ours);
    await tab.setViewportSize(TELEPHONE);
    if (page.ours && colorScheme === "light") await barriers(tab, page, "telephone");
    await shoot(`telephone-${colorScheme}`, page.ours);
  }
  if (page.ours) {
    await fits(tab, page, "narrowest", NARROWEST);
    await tab.emulateMedia({ media: "print" });
    await fits(tab, page, "A4", PAPER);
    await tab.emulateMedia({ media: "screen" });
    await tab.setViewportSize(DESKTOP);
    await tab.emulateMedia({ colorScheme: "light", forcedColors: "active" });
    await barriers(tab, page, "forced colours");
    await shoot("forced-colours");
    await tab.emulateMedia({ colorScheme: null, forcedColors: null, media: null });
    await tab.pdf({ path: join(pictures, `${page.name}-a4.pdf`), preferCSSPageSize: true });
  }
  await context.close();
}

const waiting = [...ours, ...theirs];
const looking = async () => {
  for (let page = waiting.shift(); page; page = waiting.shift()) await look(page);
};
await Promise.all([looking(), looking()]);
await browser.close();

for (const each of accepted)
  if (!excused.has(each) && (theirs.length > 0 || !each.page.startsWith("docs")))
    note({ name: "accepted.json" }, "list", each.rule, each.where, "no page has it: take it out");
console.log(`${ours.length} pages of ours and ${theirs.length} of the documentation looked at`);
for (const each of excused) console.log(`accepted: ${each.rule} on ${each.page}*: ${each.reason}`);
for (const { page, view, rule, where, what, more } of found)
  console.log(`${page} (${view}): ${rule}: ${where}: ${what}${more ? ` (and ${more} more)` : ""}`);
console.log(found.length === 0 ? "no barriers found" : `${found.length} barriers found`);
process.exitCode = found.length === 0 ? 0 : 1;
