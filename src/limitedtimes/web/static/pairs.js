// What the pointer does without a script (paper.css), for fingers and keys: a tap holds a sentence and a word alight, Tab
// leads into the text, up and down to the next sentence, left and right to the next word, Escape lets go.
const pairs = [...document.querySelectorAll(".pair")]
const number = /^w\d+$/

function hold(pair, word) {
  for (const lit of document.querySelectorAll(".held")) lit.classList.remove("held")
  pair?.classList.add("held")
  for (const name of word?.classList ?? [])
    if (number.test(name)) for (const one of pair.querySelectorAll(`.${name}`)) one.classList.add("held")
  if (word) word.classList.add("held")
}

function step(pair, by) {
  const next = pairs[pairs.indexOf(pair) + by]
  if (!next) return
  pair.tabIndex = -1
  next.tabIndex = 0
  next.focus()
  hold(next)
}

function turn(pair, by) {
  const side = pair.querySelectorAll(".t [class^=w], h1 [class^=w], .lead [class^=w]")
  const words = [...(side.length ? side : pair.querySelectorAll("[class^=w]"))]
  const at = words.findLastIndex(word => word.classList.contains("held"))
  const next = at < 0 && by < 0 ? words.length - 1 : Math.min(Math.max(at + by, 0), words.length - 1)
  hold(pair, words[next])
}

pairs.forEach((pair, place) => { pair.tabIndex = place ? -1 : 0 })

document.addEventListener("click", event => {
  if (event.target.closest("a, button, input") || String(getSelection())) return
  const pair = event.target.closest(".pair")
  const word = event.target.closest(".pair [class^=w]")
  const again = word ? word.classList.contains("held") : pair?.classList.contains("held")
  if (again) hold()
  else hold(pair, word)
})

document.addEventListener("keydown", event => {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
  if (event.key === "Escape") return hold()
  const pair = document.activeElement
  if (!pairs.includes(pair)) return
  const way = { ArrowDown: [step, 1], ArrowUp: [step, -1], ArrowRight: [turn, 1], ArrowLeft: [turn, -1] }[event.key]
  if (!way) return
  event.preventDefault()
  way[0](pair, way[1])
})
