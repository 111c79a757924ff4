import type { Page } from 'playwright-core';

/** What a script in a page would do here: leave a mark, open a dialog, or ask for an address. */
const RUN = 'window.jahat=(window.jahat||0)+1';

/** Texts that somebody may have stored, each of which runs `RUN` in some place of a page that writes texts as HTML. */
export const SCRIPTS: readonly string[] = [
  `<script>${RUN}</script>`,
  `<script src=/jahat.js></script>`,
  `<script type=module>${RUN}</script>`,
  `</script><script>${RUN}</script>`,
  `<SCRIPT>${RUN}</SCRIPT>`,
  `<scr<script>ipt>${RUN}</scr</script>ipt>`,
  `<img src=x onerror=${RUN}>`,
  `<img src=/jahat.png>`,
  `<img/src=x/onerror=${RUN}>`,
  `<img src=x onerror="${RUN}">`,
  `"><img src=x onerror=${RUN}>`,
  `'><img src=x onerror=${RUN}>`,
  `"onmouseover="${RUN}" autofocus onfocus="${RUN}`,
  `' autofocus onfocus='${RUN}' x='`,
  `<svg onload=${RUN}>`,
  `<svg><script>${RUN}</script></svg>`,
  `<svg><animate onbegin=${RUN} attributeName=x dur=1s>`,
  `<svg><a xlink:href="javascript:${RUN}"><text>x</text></a></svg>`,
  `<body onload=${RUN}>`,
  `<iframe src="javascript:parent.${RUN.replace('window', 'parent')}"></iframe>`,
  `<iframe srcdoc="<script>parent.jahat=1</script>"></iframe>`,
  `<object data="javascript:${RUN}">`,
  `<embed src="javascript:${RUN}">`,
  `<a href="javascript:${RUN}">x</a>`,
  `javascript:${RUN}`,
  `JaVaScRiPt:${RUN}//`,
  `data:text/html,<script>${RUN}</script>`,
  `<form action="javascript:${RUN}"><button autofocus>x</button></form>`,
  `<input autofocus onfocus=${RUN}>`,
  `<details open ontoggle=${RUN}>x</details>`,
  `<video><source onerror=${RUN}></video>`,
  `<audio src=x onerror=${RUN}>`,
  `<style>@import '/jahat.css';</style>`,
  `<link rel=stylesheet href=/jahat.css>`,
  `<meta http-equiv=refresh content="0;url=/jahat">`,
  `<base href=/jahat/>`,
  `<math><mtext></table><img src=x onerror=${RUN}></mtext></math>`,
  `<template><img src=x onerror=${RUN}></template><noscript><img src=x onerror=${RUN}></noscript>`,
  `{{constructor.constructor('${RUN}')()}}\${${RUN}}`,
  `\u202e<img src=x onerror=${RUN}>\u0000`,
];

/** Properties of answers that hold what people, files or other systems wrote. */
const WRITTEN = new Set(
  `nama namaInstansi namaBerkas namaPelaku namaSasaran jabatan unit kalimat label pesan alasan catatan kolom kode nilai nilaiSimpeg
  nilaiBkn simpeg bkn sebab golongan kelompok peramban pengirim pembuat tabel arti bukti isi contoh sasaran surel disahkanOleh`
    .split(/\s+/)
    .filter(Boolean),
);
/** Words of the contract, which a text in their place would only have refused. */
const IS_WORD = /^(\d{4}-\d\d-\d\d|[a-z]+(-[a-z]+)*$)/;

/** What such a text becomes where it is written as HTML. */
const LIVE =
  'img[src="x"], img[src*="jahat"], [onerror], [onload], [onfocus], [ontoggle], [onbegin], iframe, object, embed, base, a[href^="javascript" i]';

/** Writes all of them into a page as HTML; gives how often one ran. Those that leave the page are left out. */
export async function writeAsHtml(page: Page): Promise<number> {
  const texts = SCRIPTS.filter((text) => !/http-equiv|<base|javascript:/i.test(text));
  return page.evaluate<number>(`(async () => {
    for (const text of ${JSON.stringify(texts)}) {
      const place = document.createElement('div');
      place.innerHTML = text;
      document.body.append(place);
    }
    await new Promise((resolve) => setTimeout(resolve, 300));
    return window.jahat ?? 0;
  })()`);
}

/** What was planted into the answers that a page got, and what came of it. */
export interface Planted {
  /** Texts in the place of others. */
  count(): number;
  /** What ran, was asked for or became part of the page. */
  harm(): Promise<readonly string[]>;
}

/** Has every answer of the API bear these texts where it bears what people wrote, as if they had been stored. */
export async function plantScripts(page: Page): Promise<Planted> {
  let count = 0;
  const asked: string[] = [];
  const plant = (value: unknown, key = ''): unknown => {
    if (Array.isArray(value)) return value.map((each) => plant(each, key));
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, plant(each, name)]));
    if (typeof value !== 'string' || value === '' || !WRITTEN.has(key) || IS_WORD.test(value)) return value;
    return SCRIPTS[count++ % SCRIPTS.length];
  };
  page.on('dialog', (dialog) => {
    asked.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (/jahat/.test(new URL(request.url()).pathname)) asked.push(`asked for ${request.url()}`);
  });
  await page.route('**/api/**', async (route) => {
    const reply = await route.fetch();
    const isJson = (reply.headers()['content-type'] ?? '').includes('json');
    await route.fulfill(
      isJson && reply.ok() ? { response: reply, json: plant(await reply.json()) } : { response: reply },
    );
  });
  return {
    count: () => count,
    harm: async () => {
      const inside = await page.evaluate<string[]>(`[
        ...(window.jahat === undefined ? [] : ['ran ' + window.jahat + ' times']),
        ...[...document.querySelectorAll(${JSON.stringify(LIVE)})].map(({ outerHTML }) => outerHTML),
      ]`);
      return [...asked, ...inside];
    },
  };
}
