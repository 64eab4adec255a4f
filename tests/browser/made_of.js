// How much wider than the window the page is, and what of it a judgement of its accessibility depends on: how it is
// looked at and a part, a line each (one text: each value of a list would be packed and unpacked). Of an element:
// which stands in which and in which, of what classes and attributes, with words of its own or without, named by how
// many labels; headings and landmarks also by what they come after.
() => {
  const VALUED = /^(aria-(hidden|live|expanded|current|modal|sort|invalid|haspopup)|role|type|lang|tabindex|scope|hidden|disabled)$/;
  const kind = (element) => (element ? `${element.tagName}.${element.getAttribute('class') ?? ''}` : '');
  const given = (element) => element.getAttributeNames().sort().map((name) => {
    const value = element.getAttribute(name);
    if (VALUED.test(name)) return `${name}=${value}`;
    return value.trim() ? name : `${name} empty`;
  });
  const words = (element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  const named = (element) => `${element.labels?.length ?? ''} ${Boolean(element.textContent.trim())}`;
  const parts = new Set();
  const seen = new Set();
  for (const element of document.querySelectorAll('*')) {
    const outer = element.parentElement;
    parts.add([kind(outer?.parentElement), kind(outer), kind(element), given(element), words(element), named(element)].join('|'));
    if (element.id && seen.has(element.id)) parts.add(`twice on ${location.pathname}: ${element.id}`);
    seen.add(element.id);
  }
  for (const many of ['h1,h2,h3,h4,h5,h6', 'main,nav,header,footer,aside,[role]']) {
    let before = '';
    for (const element of document.querySelectorAll(many)) {
      const own = `${element.tagName} ${element.getAttribute('role') ?? ''}`;
      parts.add(`${before} before ${own}`);
      before = own;
    }
  }
  parts.add(`${document.querySelectorAll('h1').length} h1, title ${Boolean(document.title)}`);
  const { dataset, scrollWidth, clientWidth } = document.documentElement;
  const look = [innerWidth, matchMedia('(prefers-color-scheme: dark)').matches, dataset.bsTheme].join(' ');
  return [scrollWidth - clientWidth, [...parts].map((part) => `${look}|${part.replace(/\n/g, ' ')}`).join('\n')];
}
