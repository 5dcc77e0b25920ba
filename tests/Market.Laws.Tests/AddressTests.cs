using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Market.Laws.Tests;

/// <summary>Every address is tried by everybody, and what changes anything is sent with a token.</summary>
public sealed partial class AddressTests
{
    // Called by Stripe's servers: its signature stands for token and sign-in, and its tests are WebhookTests.
    private const string Webhook = "Market.Payments.Stripe.Controllers.WebhookController";

    /// <summary>The tables of addresses × roles, with what stands before each of their addresses.</summary>
    private static readonly (string File, string Prefix)[] Tables =
    [
        ("tests/Market.Payments.Tests/AccessTests.cs", string.Empty),
        ("tests/Market.Payments.Tests/Handbook/HandbookAccessTests.cs", string.Empty),
        ("tests/Market.Payments.Tests/MovingIn/MovingAccessTests.cs", string.Empty),
        ("tests/Market.Payments.Stripe.Tests/ProducerAccessTests.cs", "/Admin/payments/producers"),
        ("tests/Market.Payments.Counter.Tests/Closing/ClosingAccessTests.cs", "/Admin/counter"),
        ("tests/Market.Payments.Counter.Tests/Drawers/DrawerAccessTests.cs", "/Admin/payments/drawers"),
        ("tests/Market.Payments.Counter.Tests/Entries/EntriesAccessTests.cs", "/Admin/counter"),
    ];

    [Fact]
    public void Every_action_stands_in_a_table_of_addresses_and_roles()
    {
        var pages = Addresses("Pages");
        var forms = Addresses("Forms");

        var missing = Actions.All
            .Where(action => action.Method.DeclaringType!.FullName != Webhook)
            .Where(action => !(action.IsPost ? forms : pages).Any(address => Fits(action.Path, address)))
            .Select(action => $"{action.Path} ({action.Name})");

        Law.HasNoOffender(missing);
    }

    [Fact]
    public void No_address_in_a_table_is_gone()
    {
        var gone = new[] { (Kind: "Pages", IsPost: false), (Kind: "Forms", IsPost: true) }
            .SelectMany(table => Addresses(table.Kind).Where(address => !Actions.All.Any(action => action.IsPost == table.IsPost && Fits(action.Path, address))))
            .Where(address => address is not "/Admin");

        Law.HasNoOffender(gone);
    }

    [Fact]
    public void The_token_is_asked_for_everywhere_but_at_the_webhook() => Assert.Equal(
        [Webhook],
        Actions.Modules.SelectMany(module => module.GetTypes())
            .Where(type => type.GetCustomAttribute<IgnoreAntiforgeryTokenAttribute>() is not null
                || type.GetMethods().Any(method => method.GetCustomAttribute<IgnoreAntiforgeryTokenAttribute>() is not null))
            .Select(type => type.FullName));

    [Fact]
    public void What_is_opened_changes_nothing()
    {
        // An action that takes a form's model and answers to a mere address would be sent without a token.
        var suspicious = Actions.All.Where(action => !action.IsPost && ChangesByName().IsMatch(action.Method.Name)).Select(action => action.Name);

        Law.HasNoOffender(suspicious.Except(
        [
            // These show the form of the same name.
            "Market.Payments.Controllers.CorrectionController.Reverse",
            "Market.Payments.Controllers.PendingController.Announce",
            "Market.Payments.Controllers.PendingController.Receive",
        ]));
    }

    [Fact]
    public void Every_action_of_the_admin_asks_for_a_right_in_its_own_text()
    {
        var without = Actions.All
            .Where(action => action.Path.StartsWith("/Admin/", StringComparison.Ordinal))
            .Where(action => !IsAuthorised(action))
            .Select(action => action.Name);

        Law.HasNoOffender(without);
    }

    private static bool IsAuthorised(Actions action)
    {
        if (action.Method.GetCustomAttribute<AuthorizeAttribute>()?.Policy is not null || action.Method.DeclaringType!.GetCustomAttribute<AuthorizeAttribute>()?.Policy is not null)
        {
            return true;
        }

        var module = action.Method.DeclaringType!.Assembly.GetName().Name!;
        var source = Repository.Read(Assert.Single(Repository.Files($"src/Modules/{module}/Controllers", $"/{action.Method.DeclaringType.Name}.cs")));
        return Asks(source, action.Method.Name);
    }

    // In its first statement, or in that of the private method which that hands over to: nothing is done before.
    private static bool Asks(string source, string method, bool follow = true)
    {
        var first = BodyOf(source, method).Split(';')[0];
        return Right().IsMatch(first)
            || (follow && Called().Matches(first).Select(call => call.Groups[1].Value).Distinct().Any(called => called != method && IsPrivate(source, called) && Asks(source, called, follow: false)));
    }

    private static bool IsPrivate(string source, string method) => Regex.IsMatch(source, $@"private (?:static )?(?:async )?[\w<>?\[\], .]+ {method}\(");

    private static string BodyOf(string source, string method)
    {
        var start = Regex.Match(source, $@"(?:public|private) (?:static )?(?:async )?[\w<>?\[\], .]+ {method}\(");
        if (!start.Success)
        {
            return string.Empty;
        }

        var end = Regex.Match(source[(start.Index + 1)..], @"\n    (?:\[|public |private |///|//)");
        return end.Success ? source.Substring(start.Index, end.Index) : source[start.Index..];
    }

    private static List<string> Addresses(string table) =>
    [
        .. Tables.SelectMany(file => Regex.Match(Repository.Read(file.File), $@"{table} =\s*\[(.*?)\n    \];", RegexOptions.Singleline).Groups[1].Value
            .Split('\n')
            .Select(line => Entry().Match(line))
            .Where(entry => entry.Success)
            .Select(entry => file.Prefix + entry.Groups[1].Value.Split('?')[0])),
    ];

    private static bool Fits(string template, string address)
    {
        var wanted = template.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var parts = address.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return wanted.Length == parts.Length && wanted.Zip(parts).All(pair => pair.First.Contains('{', StringComparison.Ordinal)
            ? pair.Second.Contains('{', StringComparison.Ordinal)
            : pair.First.Equals(pair.Second, StringComparison.OrdinalIgnoreCase));
    }

    [GeneratedRegex(@"^\s*\(""([^""]*)"", \[")]
    private static partial Regex Entry();

    [GeneratedRegex(@"\b(?:AuthorizeAsync|MayAsync)\(")]
    private static partial Regex Right();

    [GeneratedRegex(@"\b(\w+)\(")]
    private static partial Regex Called();

    [GeneratedRegex("^(?:Post|Delete|Remove|Cancel|Send|Save|Receive|Reverse|Announce|Close|Verify|Archive|Transfer|Settle|Retry|Compare)")]
    private static partial Regex ChangesByName();
}
