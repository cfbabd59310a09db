import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

// The workbench is served by skein serve; its pages fetch nothing from elsewhere.
export default defineConfig({
  plugins: [react()],
  build: {
    outDir: "dist",
    emptyOutDir: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
  },
  worker: { format: "es" },
  optimizeDeps: { exclude: ["maplibre-gl"] },
});
