import { asSeen, unseenIn } from '../../core/words/unseen.ts'
import './show-unseen.css'

const SAID = ['title', 'aria-label', 'alt', 'placeholder', 'aria-description']

/**
 * Lets no text stand on a page with a character in it that nobody sees: written out in brackets, framed, and explained by `explain`. It watches
 * the page itself and not single components, so that no list, dialog or notice, now or later, can forget it; it comes before anything is
 * drawn. What people type into fields is theirs until the desk reads it, and refuses it. Returns how to stop.
 */
export function showUnseen(page: HTMLElement, explain: (names: readonly string[]) => string): () => void {
  const look = (node: Node): void => {
    if (node instanceof Text) inText(node)
    else if (node instanceof Element) {
      for (const name of SAID) inAttribute(node, name)
      for (const child of node.childNodes) look(child)
    }
  }
  const inText = (text: Text): void => {
    const parent = text.parentElement
    const names = unseenIn(text.data)
    if (names.length > 0) {
      text.data = asSeen(text.data)
      parent?.setAttribute('data-unseen', names.join(' '))
      parent?.setAttribute('title', explain(names))
    } else if (parent?.hasAttribute('data-unseen') && !(parent.textContent ?? '').includes('〔')) {
      parent.removeAttribute('data-unseen')
      parent.removeAttribute('title')
    }
  }
  const inAttribute = (element: Element, name: string): void => {
    const said = element.getAttribute(name)
    if (said !== null && unseenIn(said).length > 0) element.setAttribute(name, asSeen(said))
  }
  const watch = new MutationObserver((changes) => {
    for (const { type, target, addedNodes, attributeName } of changes) {
      if (type === 'childList') for (const node of addedNodes) look(node)
      else if (type === 'characterData') look(target)
      else if (attributeName !== null) inAttribute(target as Element, attributeName)
    }
  })
  look(page)
  watch.observe(page, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: SAID })
  return () => watch.disconnect()
}
