using KnowledgeApi.Knowledge.Model;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace KnowledgeApi.Knowledge.Store;

/// <summary>Stores a property by its name, as <see cref="EnumNameConverter{T}"/> does an enum value.</summary>
public sealed class ClaimPropertyConverter() : ValueConverter<ClaimProperty, string>(property => property.Name, stored => new ClaimProperty(stored));
