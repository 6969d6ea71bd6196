// Starts Swagger UI on the document of the API. A file of its own: inline scripts are forbidden.
window.SwaggerUIBundle({
  url: "/api/v1/openapi.json",
  dom_id: "#swagger-ui",
  deepLinking: true,
  validatorUrl: null,
});
