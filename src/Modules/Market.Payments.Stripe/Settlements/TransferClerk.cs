using System.Globalization;
using System.Text.Json;
using Market.Payments.Stripe.Gateway;
using Market.Payments.Stripe.Inbox;
using Market.Payments.Stripe.Models;
using Market.Payments.Stripe.Producers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrchardCore.Modules;
using Stripe;

namespace Market.Payments.Stripe.Settlements;

/// <summary>
/// Has Stripe make the transfer of a statement, once. Before anything is asked again, Stripe is asked whether it was done: a key counts
/// there for a day only.
/// </summary>
public sealed class TransferClerk(
    IUnitOfWork work,
    ProducerTermsStore terms,
    StripeKeyReader keys,
    StripeGateway gateway,
    SiteMark mark,
    IClock clock,
    ILogger<TransferClerk> logger)
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
        if (await FindAsync(statementId) is not { } statement || !statement.IsUnfinished())
        {
            return await FindAsync(statementId);
        }

        if (await FaultOfModeAsync(statement.IsLive) is { } other)
        {
            return await NoteAsync(statementId, kept => kept.Fault = other);
        }

        var answer = await gateway.ListAsync("transfers", "transfer_group=" + Uri.EscapeDataString(GroupOf(statementId)));
        return answer.Fault is { } fault ? await NoteAsync(statementId, kept => kept.Fault = fault)
            : answer.Items.Count > 0 ? await NoteAsync(statementId, kept => Made(kept, answer.Items[0]))
            : await AskAsync(statement);
    }

    /// <summary>Why nothing of a mode can be done with the key that is set, where it cannot.</summary>
    public async Task<StripeFault?> FaultOfModeAsync(bool isLive) => (await keys.GetAsync()).IsLive switch
    {
        null => new StripeFault(StripeFaultKind.NoKey),
        var mode when mode != isLive => new StripeFault(StripeFaultKind.OtherMode),
        _ => null,
    };

    /// <summary>Looks at Stripe how the transfers of these statements stand, and notes what is news.</summary>
    /// <returns>Why Stripe could not be asked, where it could not.</returns>
    public async Task<StripeFault?> LookAsync(IEnumerable<SettlementStatement> statements)
    {
        ArgumentNullException.ThrowIfNull(statements);
        var from = new DateTimeOffset(clock.UtcNow, TimeSpan.Zero) - Back;
        var site = await mark.GetAsync();
        var known = statements
            .Where(statement => statement.State is not SettlementState.Carried && statement.MadeAt >= from)
            .ToDictionary(statement => statement.StatementId, StringComparer.Ordinal);
        foreach (var destination in known.Values.Select(statement => statement.StripeAccountId).Distinct(StringComparer.Ordinal))
        {
            var answer = await gateway.ListAsync("transfers", FormattableString.Invariant($"destination={Uri.EscapeDataString(destination)}&created[gte]={from.ToUnixTimeSeconds()}"));
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
        if (await FaultOfModeAsync(statement.IsLive) is { } other)
        {
            return await NoteAsync(statement.StatementId, kept => kept.Fault = other);
        }

        // Where the producer's account is another one by now, the money goes there; where there is none any more, it goes nowhere.
        if ((await terms.GetAsync()).GetValueOrDefault(statement.ProducerId)?.StripeAccountId is not { } destination)
        {
            return await NoteAsync(statement.StatementId, kept => NotMade(kept, statement.Refusals, new StripeFault(StripeFaultKind.NotLinked)));
        }

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
            else
            {
                NotMade(kept, statement.Refusals, answer.Fault!);
            }
        });
    }

    private void Made(SettlementStatement statement, JsonElement transfer)
    {
        // The key was changed under way: what is of the other mode is not this statement's.
        if (transfer.Flag("livemode") != statement.IsLive)
        {
            logger.LogError("Stripe's transfer {Transfer} of statement {Statement} is of the other mode.", transfer.Text("id"), statement.StatementId);
            statement.Fault = new StripeFault(StripeFaultKind.OtherMode);
            return;
        }

        (statement.State, statement.TransferId, statement.Fault) = (SettlementState.Transferred, transfer.Text("id"), null);
        if (statement.InDoubt().IsZero)
        {
            statement.ReversedMinorUnits = Math.Max(statement.ReversedMinorUnits, Reversed(transfer));
        }
    }

    // Only who asked under the newest key counts its refusal: another key is taken only once it is certain that this one did nothing.
    private static void NotMade(SettlementStatement statement, int refusals, StripeFault fault)
    {
        if (statement.IsUnfinished() && statement.Refusals == refusals)
        {
            statement.Fault = fault;
            statement.State = fault.MayHaveActed ? SettlementState.Asked : SettlementState.Refused;
            statement.Refusals += fault.IsForGood ? 1 : 0;
        }
    }

    private static long Reversed(JsonElement transfer) =>
        transfer.Number("amount_reversed") is { } reversed && StripeAmounts.TryRead(reversed, transfer.Text("currency"), out var money) ? money.Value.MinorUnits : 0;

    // In a scope of its own: what this one has read of the statement may be old by now.
    private Task<SettlementStatement?> FindAsync(string statementId) =>
        work.RunAsync(services => services.GetRequiredService<SettlementStore>().FindAsync(statementId), _ => false);

    private Task<SettlementStatement?> NoteAsync(string statementId, Action<SettlementStatement> note) => work.RunAsync(
        async services =>
        {
            var store = services.GetRequiredService<SettlementStore>();
            if (await store.FindAsync(statementId) is not { } statement)
            {
                return null;
            }

            note(statement);
            statement.TriedAt = new DateTimeOffset(clock.UtcNow, TimeSpan.Zero);
            await store.SaveAsync(statement);
            return statement;
        },
        statement => statement is not null);

    private static string GroupOf(string statementId) => "market-" + statementId;
}
