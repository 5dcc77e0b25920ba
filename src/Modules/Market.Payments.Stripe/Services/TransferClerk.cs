using System.Globalization;
using System.Text.Json;
using Market.Ledger;
using Market.Payments.Stripe.Models;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Modules;
using Stripe;

namespace Market.Payments.Stripe.Services;

/// <summary>
/// Has Stripe make the transfer of a statement, once. Before anything is asked again, Stripe is asked whether it was done: a key counts
/// there for a day only.
/// </summary>
public sealed class TransferClerk(
    IUnitOfWork work,
    SettlementStore settlements,
    ProducerTermsStore terms,
    StripeGateway gateway,
    SiteMark mark,
    IClock clock)
{
    private const string StatementKey = "market_statement";

    private static readonly TimeSpan Back = TimeSpan.FromDays(400);

    /// <summary>Asks for a new statement's transfer, where there is anything to transfer.</summary>
    /// <returns>The statement as it stands then.</returns>
    public async Task<SettlementStatement> SendAsync(SettlementStatement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return statement.State is SettlementState.Asked ? (await AskAsync(statement))! : statement;
    }

    /// <summary>Sees to it that a statement's transfer is made, where it is not.</summary>
    /// <returns>The statement as it stands then; null where there is none.</returns>
    public async Task<SettlementStatement?> SendAgainAsync(string statementId)
    {
        if (await settlements.FindAsync(statementId) is not { State: SettlementState.Asked or SettlementState.Refused } statement)
        {
            return await settlements.FindAsync(statementId);
        }

        var answer = await gateway.ListAsync("transfers", "transfer_group=" + Uri.EscapeDataString(GroupOf(statementId)));
        if (answer.Fault is { } fault)
        {
            return await NoteAsync(statementId, kept => kept.Fault = fault);
        }

        return answer.Items.Count > 0 ? await NoteAsync(statementId, kept => Made(kept, answer.Items[0])) : await AskAsync(statement);
    }

    /// <summary>Looks at Stripe how the transfers to these producers stand, and notes what is news.</summary>
    /// <returns>Why Stripe could not be asked, where it could not.</returns>
    public async Task<StripeFault?> LookAsync(IEnumerable<SettlementRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var since = (new DateTimeOffset(clock.UtcNow, TimeSpan.Zero) - Back).ToUnixTimeSeconds();
        var site = await mark.GetAsync();
        var known = rows.SelectMany(row => row.Account.Statements)
            .Where(statement => statement.State is not SettlementState.Carried)
            .ToDictionary(statement => statement.StatementId, StringComparer.Ordinal);
        foreach (var destination in known.Values.Select(statement => statement.StripeAccountId).Distinct(StringComparer.Ordinal))
        {
            var answer = await gateway.ListAsync("transfers", FormattableString.Invariant($"destination={Uri.EscapeDataString(destination)}&created[gte]={since}"));
            if (answer.Fault is { } fault)
            {
                return fault;
            }

            foreach (var transfer in answer.Items)
            {
                if (transfer.Object("metadata")?.Text(StripeNewsReader.SiteKey) == site
                    && transfer.Object("metadata")?.Text(StatementKey) is { } statementId
                    && known.GetValueOrDefault(statementId) is { } statement
                    && (statement.State is not SettlementState.Transferred || Reversed(transfer) > statement.ReversedMinorUnits))
                {
                    await NoteAsync(statementId, kept => Made(kept, transfer));
                }
            }
        }

        return null;
    }

    private async Task<SettlementStatement?> AskAsync(SettlementStatement statement)
    {
        var destination = (await terms.GetAsync()).GetValueOrDefault(statement.ProducerId)?.StripeAccountId ?? statement.StripeAccountId;
        var answer = await gateway.CreateTransferAsync(
            new TransferCreateOptions
            {
                Amount = StripeAmounts.ToStripe(statement.Settlement.Transfer),
                Currency = statement.Settlement.Transfer.Currency.Code.ToLowerInvariant(),
                Destination = destination,
                TransferGroup = GroupOf(statement.StatementId),
                Metadata = new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    [StripeNewsReader.SiteKey] = await mark.GetAsync(),
                    [StatementKey] = statement.StatementId,
                },
            },
            string.Create(CultureInfo.InvariantCulture, $"market-settlement-{statement.StatementId}-{statement.Refusals}"));
        return await NoteAsync(statement.StatementId, kept =>
        {
            kept.StripeAccountId = destination;
            if (answer.Body is { } transfer)
            {
                Made(kept, transfer);
            }
            else if (kept.State is not SettlementState.Transferred)
            {
                kept.Fault = answer.Fault;
                kept.State = answer.Fault!.MayHaveActed ? SettlementState.Asked : SettlementState.Refused;
                kept.Refusals += answer.Fault.IsForGood ? 1 : 0;
            }
        });
    }

    private static void Made(SettlementStatement statement, JsonElement transfer)
    {
        (statement.State, statement.TransferId, statement.Fault) = (SettlementState.Transferred, transfer.Text("id"), null);
        statement.ReversedMinorUnits = Math.Max(statement.ReversedMinorUnits, Reversed(transfer));
    }

    private static long Reversed(JsonElement transfer) =>
        transfer.Number("amount_reversed") is { } reversed && StripeAmounts.TryRead(reversed, transfer.Text("currency"), out var money) ? money.Value.MinorUnits : 0;

    private Task<SettlementStatement?> NoteAsync(string statementId, Action<SettlementStatement> note) => work.RunAsync(
        async services =>
        {
            var store = services.GetRequiredService<SettlementStore>();
            if (await store.FindAsync(statementId) is not { } statement)
            {
                return null;
            }

            note(statement);
            await store.SaveAsync(statement);
            return statement;
        },
        statement => statement is not null);

    private static string GroupOf(string statementId) => "market-" + statementId;
}
