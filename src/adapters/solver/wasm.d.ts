/** An imported .wasm file is handed over as a compiled module. */
declare module "*.wasm" {
  const wasmModule: object;
  export default wasmModule;
}

declare namespace WebAssembly {
  function instantiate(module: object, imports: object): Promise<object>;
}
