using System.Data;

namespace Market.Payments.Storage;

/// <summary>What a prepared command is given under a name: a text, or a whole number.</summary>
public readonly record struct Parameter(string Name, DbType Type, object? Value)
{
    public static implicit operator Parameter((string Name, string? Text) parameter) => new(parameter.Name, DbType.String, parameter.Text);

    public static implicit operator Parameter((string Name, long Number) parameter) => new(parameter.Name, DbType.Int64, parameter.Number);
}
