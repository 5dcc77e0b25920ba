using System.Text.Json;
using Market.Payments.Stripe.CardPayments;
using Market.Payments.Stripe.Inbox;
using Market.Payments.Stripe.ViewModels;
using Microsoft.Extensions.Localization;

namespace Market.Payments.Stripe.Gateway;

/// <summary>Tries the saved keys on Stripe, changing nothing there.</summary>
public sealed class ConnectionCheck(StripeKeyReader keys, StripeGateway gateway, StripeWords words, IStringLocalizer<ConnectionCheck> S)
{
    // What the module reads of Stripe; a restricted key has to allow each.
    private static readonly string[] Lists = ["checkout/sessions", "payment_intents", "charges", "refunds", "disputes", "payouts", "balance_transactions"];

    private static readonly string[] Written = ["checkout/sessions", "refunds"];

    public async Task<ConnectionReport> RunAsync(string webhookAddress)
    {
        var problems = new List<string>();
        var notes = new List<string>();
        var stripe = await keys.GetAsync();
        if (stripe.PublishableKey is null)
        {
            problems.Add(S["No publishable key is set."]);
        }

        if (stripe.WebhookSecret is null)
        {
            problems.Add(S["No signing secret of the webhook is set: what Stripe says is turned away, and payments arrive late, by the hourly comparison."]);
        }

        if (stripe.SecretKey is null)
        {
            problems.Add(S["No secret key is set."]);
            return new ConnectionReport(problems, notes);
        }

        notes.Add(stripe.IsLive is true ? S["The keys are for real money."] : S["The keys are for tests: no real money moves."]);
        if (await TryListsAsync(problems) && await TryWritingAsync(problems))
        {
            await LookAtWebhooksAsync(webhookAddress, problems, notes);
        }

        return new ConnectionReport(problems, notes);
    }

    private async Task<bool> TryListsAsync(List<string> problems)
    {
        foreach (var list in Lists)
        {
            switch ((await gateway.ProbeAsync(list)).Fault)
            {
                case null:
                    break;
                case { Kind: StripeFaultKind.NotAllowed }:
                    problems.Add(S["The key may not read: {0}.", list]);
                    break;
                case { } fault:
                    problems.Add(words.Fault(fault));
                    return false;
            }
        }

        return true;
    }

    private async Task<bool> TryWritingAsync(List<string> problems)
    {
        foreach (var list in Written)
        {
            switch ((await gateway.ProbeWritingAsync(list)).Fault)
            {
                case null or { Kind: StripeFaultKind.Refused }:
                    break;
                case { Kind: StripeFaultKind.NotAllowed }:
                    problems.Add(S["The key may not write: {0}.", list]);
                    break;
                case { } fault:
                    problems.Add(words.Fault(fault));
                    return false;
            }
        }

        return true;
    }

    private async Task LookAtWebhooksAsync(string webhookAddress, List<string> problems, List<string> notes)
    {
        var answer = await gateway.ListAsync("webhook_endpoints", string.Empty);
        if (answer.Fault is not null)
        {
            notes.Add(S["The key may not read the webhooks; please check there that one leads to {0}.", webhookAddress]);
            return;
        }

        var ours = answer.Items.Where(endpoint => endpoint.Text("url") == webhookAddress && endpoint.Text("status") is not "disabled").ToList();
        if (ours.Count == 0)
        {
            problems.Add(S["No webhook at Stripe leads to {0}.", webhookAddress]);
        }

        foreach (var endpoint in ours)
        {
            var missing = StripeNewsReader.Handled.Except(Events(endpoint), StringComparer.Ordinal).ToList();
            if (missing.Count > 0 && !Events(endpoint).Contains("*", StringComparer.Ordinal))
            {
                problems.Add(S["The webhook does not send: {0}.", string.Join(", ", missing)]);
            }

            if (endpoint.Text("api_version") is { } version && version != StripeGateway.ApiVersion)
            {
                notes.Add(S["The webhook speaks API version {0}, this site {1}. Its events are read all the same.", version, StripeGateway.ApiVersion]);
            }
        }
    }

    private static List<string> Events(JsonElement endpoint) =>
        endpoint.Member("enabled_events") is { ValueKind: JsonValueKind.Array } events
            ? [.. events.EnumerateArray().Select(name => name.GetString() ?? string.Empty)]
            : [];
}
