namespace KnowledgeApi.Knowledge.Generation;

/// <summary>The forms in which seeds can be written.</summary>
public enum SeedFileFormat
{
    /// <summary>JSON Lines: an item a line.</summary>
    Jsonl,

    /// <summary>YAML: one list of items.</summary>
    Yaml,
}
