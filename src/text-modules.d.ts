/** Files that the bundle of a Worker holds as texts: see the rules in wrangler.toml. */

declare module "*.csv" {
  const text: string;
  export default text;
}

declare module "*.css" {
  const text: string;
  export default text;
}

declare module "*.svg" {
  const text: string;
  export default text;
}

declare module "*/assets/app.js" {
  const text: string;
  export default text;
}

declare module "*/docs.js" {
  const text: string;
  export default text;
}

declare module "htmx.org/dist/htmx.min.js" {
  const text: string;
  export default text;
}

declare module "swagger-ui-dist/swagger-ui-bundle.js" {
  const text: string;
  export default text;
}
