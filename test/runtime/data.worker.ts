import { readData } from "../../src/data/files.worker.ts";
import { asset } from "../../src/http/assets.worker.ts";

/** Shows what the Worker brings along: the file that the path names. */
// biome-ignore lint/style/noDefaultExport: the shape Workers ask for
export default {
  async fetch(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    const [kind = "", ...path] = pathname.slice(1).split("/").map(decodeURIComponent);
    const name = path.join("/");
    try {
      if (kind === "data") return new Response(readData(name));
      const { body, type } = (await asset(name)) ?? { body: "", type: "none" };
      return new Response(typeof body === "string" ? body : null, { headers: { type } });
    } catch (error) {
      return new Response(error instanceof Error ? error.message : "", { status: 404 });
    }
  },
};
