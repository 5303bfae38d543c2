using KnowledgeApi.Commands;

return await CommandLine.InvokeAsync(args);
