using KnowledgeApi.Knowledge.Model;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace KnowledgeApi.Knowledge.Store;

/// <summary>Stores an enum value as its name in SCREAMING_SNAKE_CASE, which is how seeds and the API write it.</summary>
public sealed class EnumNameConverter<T>() : ValueConverter<T, string>(value => EnumNames.Name(value), stored => EnumNames.Parse<T>(stored))
    where T : struct, Enum;
