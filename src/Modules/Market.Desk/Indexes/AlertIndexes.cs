using System.Security.Cryptography;
using System.Text;
using Market.Desk.Models;
using YesSql.Indexes;

namespace Market.Desk.Indexes;

/// <summary>The YesSql collection of what people chose and of what was told.</summary>
public static class DeskCollection
{
    public const string Name = "Desk";
}

public sealed class AlertChoiceIndex : MapIndex
{
    /// <summary>Unique.</summary>
    public string UserId { get; set; } = string.Empty;
}

public sealed class ToldAlertIndex : MapIndex
{
    public string Source { get; set; } = string.Empty;

    /// <summary>Unique: nothing is told twice. A hash, since SQLite's text columns do not tell case apart and keys may.</summary>
    public string Place { get; set; } = string.Empty;

    public static string PlaceOf(string source, string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{source}\n{key}")));
}

public sealed class AlertChoiceIndexProvider : IndexProvider<AlertChoice>
{
    public AlertChoiceIndexProvider() => CollectionName = DeskCollection.Name;

    public override void Describe(DescribeContext<AlertChoice> context) => context.For<AlertChoiceIndex>().Map(choice => new AlertChoiceIndex { UserId = choice.UserId });
}

public sealed class ToldAlertIndexProvider : IndexProvider<ToldAlert>
{
    public ToldAlertIndexProvider() => CollectionName = DeskCollection.Name;

    public override void Describe(DescribeContext<ToldAlert> context) => context
        .For<ToldAlertIndex>()
        .Map(told => new ToldAlertIndex { Source = told.Source, Place = ToldAlertIndex.PlaceOf(told.Source, told.Key) });
}
