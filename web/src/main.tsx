import "@blueprintjs/core/lib/css/blueprint.css";
import "./style.css";
import { FocusStyleManager } from "@blueprintjs/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createRoot } from "react-dom/client";
import { Shell } from "./shell";
import { remembered } from "./undo";

remembered();
FocusStyleManager.onlyShowFocusOnTabs();
const client = new QueryClient({
  defaultOptions: { queries: { retry: 1, staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false } },
});
const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <QueryClientProvider client={client}>
      <Shell />
    </QueryClientProvider>,
  );
}
