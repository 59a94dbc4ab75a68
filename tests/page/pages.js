// Opens every page of a folder in headless Chromium: no accessibility rule of axe-core is broken at any width, nothing is asked
// for from outside, nothing runs that is not ours, and what the script offers works by mouse and keyboard. Without script
// everything is shown.
"use strict";
const assert = require("node:assert/strict");
const fs = require("node:fs");
const path = require("node:path");
const { chromium } = require("playwright-core");
const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const folder = process.argv[2];
const pages = fs.readdirSync(folder).filter((name) => name.endsWith(".html")).sort();
const phone = { width: 390, height: 844 };
const desk = { width: 1280, height: 900 };
let passed = 0;
let failed = 0;

async function check(name, body) {
  try {
    await body();
    passed += 1;
  } catch (error) {
    failed += 1;
    console.log(`FAILED ${name}\n${error.stack}\n`);
  }
}

// Opens a page; what it should never do is collected.
async function opened(browser, name, options = {}) {
  const context = await browser.newContext({ viewport: desk, ...options });
  const page = await context.newPage();
  const wrong = [];
  page.on("console", (message) => wrong.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => wrong.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => { wrong.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on("request", (request) => { if (request.url() !== page.url() && !request.isNavigationRequest()) wrong.push(`request: ${request.url()}`); });
  await page.goto(`file://${path.join(folder, name)}`);
  return { context, page, wrong };
}

async function everyPage(browser, name) {
  for (const viewport of name === "batch-many.html" ? [desk] : [phone, desk])
    await check(`${name} at ${viewport.width}: axe, width, nothing from outside`, async () => {
      const { context, page, wrong } = await opened(browser, name, { viewport });
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), "the page scrolls sideways");
      // Closed parts are looked at too; of a hundred alike a few will do.
      await page.evaluate(() => Array.from(document.querySelectorAll("details")).slice(0, 8).forEach((one) => { one.open = true; }));
      await page.evaluate(axe);
      const result = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
      assert.ok(result.passes.length > 20, "axe looked at next to nothing");
      assert.deepEqual(result.violations.map((one) => `${one.id}: ${one.help}, ${one.nodes.length} times, ${one.nodes[0].html}`), []);
      assert.deepEqual(wrong, []);
      await context.close();
    });
  await check(`${name}: heard in order`, async () => {
    const { context, page } = await opened(browser, name);
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.textContent), "Skip to main content");
    assert.equal(await page.locator("h1").count(), 1);
    await context.close();
  });
  await check(`${name}: without script everything is shown`, async () => {
    const { context, page } = await opened(browser, name, { javaScriptEnabled: false });
    assert.equal(await page.locator("form:visible, .ehc-choose:visible, button:visible").count(), 0);
    assert.equal(await page.locator("tr[hidden], li[hidden]").count(), 0);
    await context.close();
  });
  await check(`${name}: a script that is not ours does not run`, async () => {
    const { context, page } = await opened(browser, name);
    await page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "document.title = 'taken over'";
      document.body.append(script);
    });
    assert.notEqual(await page.title(), "taken over");
    await context.close();
  });
}

async function onePlan(browser) {
  await check("one plan: findings and words lead to each other", async () => {
    const { context, page } = await opened(browser, "one-vague.html");
    const notes = page.locator(".ehc-note");
    const count = await notes.count();
    assert.ok(count >= 5);
    for (let i = 1; i <= count; i += 1) {
      const reference = page.locator(`#w${i}`);
      await reference.click();
      assert.equal(new URL(page.url()).hash, `#f${i}`);
      assert.ok(await page.locator(`#f${i}`).isVisible());
      await page.locator(`#f${i} a[href="#w${i}"]`).click();
      assert.equal(new URL(page.url()).hash, `#w${i}`);
    }
    assert.ok((await page.locator("mark").allTextContents()).includes("access to"));
    await context.close();
  });
  await check("one plan: notes stand beside the text on a desk, below it on a phone", async () => {
    for (const [viewport, beside] of [[desk, true], [phone, false]]) {
      const { context, page } = await opened(browser, "one-vague.html", { viewport });
      const note = await page.locator(".ehc-row .ehc-note").first().boundingBox();
      const text = await page.locator(".ehc-row:has(.ehc-note) .ehc-plan").first().boundingBox();
      assert.equal(note.x > text.x + text.width - 1, beside);
      await context.close();
    }
  });
  await check("one plan: choosing by severity, basis, section and category", async () => {
    const { context, page } = await opened(browser, "one-xml.html");
    const shown = () => page.locator(".ehc-note:visible").count();
    const all = await shown();
    const status = page.locator("#chosen");
    assert.equal(await status.textContent(), `Showing ${all} of ${all} findings`);
    await page.getByLabel(/^Critical/).uncheck();
    const lesser = await shown();
    assert.ok(lesser > 0 && lesser < all);
    assert.equal(await page.locator(".ehc-note--critical:visible").count(), 0);
    assert.equal(await page.locator("#findings + .ehc-scroll tbody tr:visible").count(), lesser);
    assert.equal(await status.textContent(), `Showing ${lesser} of ${all} findings`);
    await page.locator("#section").selectOption("E");
    assert.equal(await shown(), await page.locator('.ehc-note[data-section="E"]:not(.ehc-note--critical)').count());
    assert.ok(await shown() > 0);
    await page.getByRole("button", { name: "Show all" }).click();
    await page.waitForFunction((n) => document.getElementById("chosen").textContent === `Showing ${n} of ${n} findings`, all);
    await page.getByLabel(/^Law/).focus();
    await page.keyboard.press("Space");
    assert.equal(await page.locator('.ehc-note[data-basis="law"]:visible').count(), 0);
    await page.keyboard.press("Space");
    const category = await page.locator(".ehc-note").first().getAttribute("data-category");
    await page.locator("#category").selectOption(category);
    assert.equal(await shown(), await page.locator(`.ehc-note[data-category="${category}"]`).count());
    await context.close();
  });
  await check("one plan: on paper the text and the notes, not the controls", async () => {
    const { context, page } = await opened(browser, "one-vague.html");
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.locator(".ehc-choose:visible").count(), 0);
    assert.ok(await page.locator(".ehc-note").first().isVisible());
    const paper = await page.pdf({ format: "A4" });
    assert.ok(paper.length > 20000);
    await context.close();
  });
}

async function manyPlans(browser) {
  await check("many plans: sorting by keyboard", async () => {
    const { context, page } = await opened(browser, "batch.html");
    const column = (n) => page.locator(`#all tbody tr td:nth-child(${n})`).allTextContents();
    const button = page.locator("#all thead").getByRole("button", { name: "Major" });
    await button.focus();
    await page.keyboard.press("Enter");
    const majors = (await column(5)).map(Number);
    assert.deepEqual(majors, [...majors].sort((a, b) => b - a));
    assert.equal(await page.locator("#all th", { hasText: "Major" }).getAttribute("aria-sort"), "descending");
    await page.keyboard.press("Enter");
    assert.deepEqual((await column(5)).map(Number), [...majors].reverse());
    await page.locator("#all thead").getByRole("button", { name: "Document" }).click();
    const names = (await column(1)).map((name) => name.toLowerCase());
    assert.deepEqual(names, [...names].sort());
    await context.close();
  });
  await check("many plans: a plan in the table leads to its findings", async () => {
    const { context, page } = await opened(browser, "batch.html");
    const link = page.locator("#all tbody a").first();
    const name = await link.textContent();
    await link.click();
    const details = page.locator(new URL(page.url()).hash);
    await details.locator("li").first().waitFor();
    assert.ok(await details.getAttribute("open") !== null);
    assert.ok((await details.locator("summary").textContent()).includes(name));
    await context.close();
  });
  await check("many plans: a long table is paged and searched, and its worst plans are in the page", async () => {
    const { context, page } = await opened(browser, "batch-many.html");
    const rows = page.locator("#all tbody tr");
    const total = await rows.count();
    assert.ok(total > 120);
    assert.equal(await page.locator("#all tbody tr:visible").count(), 50);
    assert.equal(await page.locator("#all-shown").textContent(), `Showing 50 of ${total}`);
    await page.getByRole("button", { name: "Show more" }).click();
    assert.equal(await page.locator("#all tbody tr:visible").count(), total);
    await page.getByLabel("Show documents with these words").fill("vague-provision");
    assert.equal(await page.locator("#all tbody tr:visible").count(), 5);
    assert.equal(await page.locator("#all-shown").textContent(), "Showing 5 of 5");
    assert.equal(await page.locator('details[id^="p"]').count(), 100);
    assert.ok((await page.locator("main").textContent()).includes("This page holds the findings of the 100 worst"));
    assert.ok((await page.locator("#unreadable ~ *").first().textContent()).includes("<img src=x onerror=alert(1)>.docx"));
    await context.close();
  });
  await check("many plans: the heat map is a table with numbers, and shades only where there are some", async () => {
    const { context, page } = await opened(browser, "batch.html");
    for (const cell of await page.locator(".ehc-heat tbody td").all()) {
      const words = await cell.textContent();
      assert.match(words, /^\d/);
      if (words === "0") assert.doesNotMatch(await cell.getAttribute("class"), /heat/);
    }
    await context.close();
  });
}

(async () => {
  assert.ok(pages.length >= 6, `only ${pages.length} pages in ${folder}`);
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: process.getuid() === 0 ? ["--no-sandbox"] : [] });
  for (const name of pages) await everyPage(browser, name);
  await onePlan(browser);
  await manyPlans(browser);
  await browser.close();
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 && passed > 0 ? 0 : 1);
})();
