using System.Reflection;
using Market.Handbook.Reading;
using OrchardCore.Security.Permissions;

namespace Market.Laws.Tests;

/// <summary>Each right of the market has its name in both languages, and the handbook calls it by it.</summary>
public sealed class RightTests
{
    private static readonly IReadOnlyList<Permission> Rights =
    [
        .. Actions.Modules.SelectMany(module => module.GetTypes())
            .Where(type => type.Name.EndsWith("Permissions", StringComparison.Ordinal))
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Select(field => field.GetValue(null))
            .OfType<Permission>(),
    ];

    [Fact]
    public void Every_right_is_named_in_French_and_stands_in_the_handbook_in_both_languages()
    {
        Assert.True(Rights.Count >= 14);
        var (english, french) = (HandbookShelf.Text("en/roles.md")!, HandbookShelf.Text("fr/roles.md")!);
        Law.HasNoOffender(Rights
            .Where(right => !Screens.French.TryGetValue(right.Description, out var name)
                || !english.Contains($"**{right.Description}**", StringComparison.Ordinal)
                || !french.Contains($"**{name}**", StringComparison.Ordinal))
            .Select(right => right.Name));
    }
}
