/** One word per item of the text. */
const words = (text: string): string[] => text.trim().split(/\s+/);

const ADJECTIVES = words(`
  amber brave bright brisk calm clear clever cosmic crisp eager early fair fleet fond gentle glad
  golden grand keen kind lively lucid merry mild neat nimble noble placid proud quick quiet rapid
  ready serene sharp silent silver sleek smart solid steady sunny swift tidy vivid warm wise witty
  young zesty
`);
const ANIMALS = words(`
  badger bear beaver bee bison crane crow deer dove eagle falcon ferret finch fox gecko goose hare
  hawk heron horse ibex jay kite koala lark lemur lion lynx marten mole moose newt ocelot orca otter
  owl panda puffin quail raven robin seal shrew sparrow stork swan tiger trout turtle wren
`);

/** The beginning of a short name, `calm-otter-`, from two random fractions in [0, 1); a run's number ends it. */
export function runNameStart(first: number, second: number): string {
  const adjective = ADJECTIVES[Math.floor(first * ADJECTIVES.length)] ?? "calm";
  const animal = ANIMALS[Math.floor(second * ANIMALS.length)] ?? "otter";
  return `${adjective}-${animal}-`;
}
