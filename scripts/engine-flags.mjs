/**
 * How Node runs the engine: a small young generation and an old one that grows in bold steps keep the memory of its threads
 * down (the promise is 0.6 GB at 400,000 people), and less inlining spares the compiler, whose work every thread repeats.
 */
export const ENGINE_FLAGS = [
  '--max-semi-space-size=4',
  '--heap-growing-percent=100',
  '--max-inlined-bytecode-size-cumulative=300',
];
