using KnowledgeApi.Knowledge.Model;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace KnowledgeApi.Knowledge.Store;

/// <summary>Stores a decimal as <see cref="FixedPoint"/> does, because not every database compares and orders decimals as numbers.</summary>
internal sealed class ScaledDecimalConverter() : ValueConverter<decimal, long>(value => FixedPoint.ToStored(value), stored => FixedPoint.FromStored(stored));
