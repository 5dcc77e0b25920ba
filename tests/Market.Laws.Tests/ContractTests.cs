using System.Reflection;
using System.Runtime.CompilerServices;

namespace Market.Laws.Tests;

/// <summary>What libraries hand out does not change in the hands of who got it.</summary>
public sealed class ContractTests
{
    // Each for its reason: a shape's bag of properties, which Orchard fills; stores and drafts, which are there to be changed.
    private static readonly string[] Changing =
    [
        "Market.Payments.WayToPay",
    ];

    public static TheoryData<string> Libraries => ["Market.Bank", "Market.Ledger", "Market.Payments.Abstractions"];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Public_types_are_immutable(string library) => Law.HasNoOffender(
        Assembly.Load(library).GetExportedTypes()
            .Where(type => !Changing.Contains(type.FullName))
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
                .Where(property => property.SetMethod is { IsPublic: true } setter && !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)))
                .Select(property => $"{type.FullName}.{property.Name} can be set")
                .Concat(type.GetFields(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
                    .Where(field => !field.IsInitOnly && !field.IsLiteral && field.Name != "value__")
                    .Select(field => $"{type.FullName}.{field.Name} can be set"))));

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Classes_are_closed_or_meant_to_be_derived(string library) => Law.HasNoOffender(
        Assembly.Load(library).GetExportedTypes()
            .Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false } && !Changing.Contains(type.FullName))
            .Select(type => $"{type.FullName} is neither sealed nor abstract"));

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Every_public_member_is_documented(string library)
    {
        // The compiler says which one is not: unless the project silences it.
        var project = Repository.Read(Assert.Single(Repository.Files("src", $"/{library}.csproj"))) + Repository.Read("Directory.Build.props");
        Assert.Contains("<GenerateDocumentationFile>true</GenerateDocumentationFile>", project, StringComparison.Ordinal);
        Assert.Contains($"'$(MSBuildProjectName)' != '{library}'", project, StringComparison.Ordinal);
    }
}
