using System.Text.Json;
using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Payments.Stripe.Gateway;
using Market.Payments.Stripe.Models;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Entities;
using OrchardCore.Modules;
using Stripe;

namespace Market.Payments.Stripe.Settlements;

/// <summary>
/// Takes back what a producer has had too much, from the newest transfers, instead of leaving it for the next settlement. What was asked
/// for and not answered is compared with Stripe before anything new is asked.
/// </summary>
public sealed class TransferReversals(IUnitOfWork work, StripeGateway gateway, TransferClerk transfers, IMarketTerms market, IIdGenerator ids, IClock clock)
{
    /// <summary>How long something may still be under way at Stripe.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(2);

    private const string TakeBackKey = "market_take_back";

    /// <summary>Takes back what is left below zero.</summary>
    /// <returns>What was taken back, and why not all of it was, where it was not.</returns>
    public async Task<TakenBack> TakeBackAsync(string producerId, bool isLive, string userId)
    {
        var currency = (await market.GetAsync()).Currency;
        if (await transfers.FaultOfModeAsync(isLive) is { } other)
        {
            return new TakenBack(Money.Zero(currency), other);
        }

        var statements = await ListAsync(producerId, isLive);
        var (taken, doubt) = await ReconcileAsync(statements, currency);
        if ((doubt ?? await transfers.LookAsync(statements)) is { } fault)
        {
            return new TakenBack(taken, fault);
        }

        foreach (var (statementId, transferId, wish) in await WishAsync(producerId, userId, isLive, currency))
        {
            var answer = await gateway.ReverseTransferAsync(
                transferId,
                new TransferReversalCreateOptions
                {
                    Amount = StripeAmounts.ToStripe(wish.Amount),
                    Metadata = new Dictionary<string, string>(StringComparer.Ordinal) { [TakeBackKey] = wish.Key },
                },
                "market-take-back-" + wish.Key);
            if (answer.Fault is { } refusal)
            {
                await NoteAsync(statementId, kept => Find(kept, wish).IsRefused = !refusal.MayHaveActed);
                return new TakenBack(taken, refusal);
            }

            await NoteAsync(statementId, kept => Made(kept, Find(kept, wish)));
            taken += wish.Amount;
        }

        return new TakenBack(taken, null);
    }

    /// <summary>Finds out what became of what was asked for and not answered. What Stripe does not know after the grace was not done.</summary>
    /// <returns>What was found taken back, and why Stripe could not be asked, where it could not.</returns>
    public async Task<TakenBack> ReconcileAsync(IEnumerable<SettlementStatement> statements, Currency currency)
    {
        ArgumentNullException.ThrowIfNull(statements);
        var found = Money.Zero(currency);
        foreach (var statement in statements.Where(statement => statement.InDoubt().IsPositive))
        {
            var answer = await gateway.ListAsync($"transfers/{Uri.EscapeDataString(statement.TransferId!)}/reversals", string.Empty);
            if (answer.Fault is { } fault)
            {
                return new TakenBack(found, fault);
            }

            var made = answer.Items.Select(reversal => reversal.Object("metadata")?.Text(TakeBackKey)).OfType<string>().ToHashSet(StringComparer.Ordinal);
            var reversed = answer.Items.Sum(Amount);
            found += statement.TakeBacks.Where(wish => wish.IsInDoubt && made.Contains(wish.Key)).Aggregate(Money.Zero(currency), (sum, wish) => sum + wish.Amount);
            await NoteAsync(statement.StatementId, kept =>
            {
                foreach (var wish in kept.TakeBacks.Where(wish => wish.IsInDoubt))
                {
                    wish.IsMade = made.Contains(wish.Key);
                    wish.IsRefused = !wish.IsMade && wish.AskedAt < Now() - Grace;
                }

                kept.ReversedMinorUnits = Math.Max(kept.ReversedMinorUnits, reversed);
            });
        }

        return new TakenBack(found, null);
    }

    // What is in doubt still is asked for again under its own key, before anything new is.
    private Task<List<(string StatementId, string TransferId, TakeBack Wish)>> WishAsync(string producerId, string userId, bool isLive, Currency currency) => work.RunAsync(
        async services =>
        {
            var store = services.GetRequiredService<SettlementStore>();
            var statements = await store.ListAsync(producerId, isLive);
            var account = new ProducerAccount(statements, currency);
            if (account.InDoubt.IsZero)
            {
                Wish(statements, -account.Left.MinorUnits, StripeAmounts.Step(currency).MinorUnits, userId);
            }

            List<(string StatementId, string TransferId, TakeBack Wish)> open =
                [.. statements.Reverse().SelectMany(statement => statement.TakeBacks.Where(wish => wish.IsInDoubt).Select(wish => (statement.StatementId, statement.TransferId!, wish)))];
            foreach (var statement in statements.Where(statement => statement.InDoubt().IsPositive))
            {
                statement.TakeBacks.Where(wish => wish.IsInDoubt).ToList().ForEach(wish => wish.AskedAt = Now());
                await store.SaveAsync(statement);
            }

            return open;
        },
        open => open.Count > 0);

    private void Wish(IReadOnlyList<SettlementStatement> statements, long missing, long step, string userId)
    {
        foreach (var statement in statements.Reverse().Where(statement => statement.State is SettlementState.Transferred))
        {
            var part = Math.Min(missing, statement.Kept().MinorUnits);
            part -= part % step;
            if (part > 0)
            {
                statement.TakeBacks.Add(new TakeBack { Key = ids.GenerateUniqueId(), Amount = new Money(part, statement.Settlement.Opening.Currency), AskedBy = userId });
                missing -= part;
            }
        }
    }

    private static TakeBack Find(SettlementStatement statement, TakeBack wish) => statement.TakeBacks.Single(kept => kept.Key == wish.Key);

    private static void Made(SettlementStatement statement, TakeBack wish)
    {
        if (!wish.IsMade)
        {
            (wish.IsMade, wish.IsRefused) = (true, false);
            statement.ReversedMinorUnits += wish.Amount.MinorUnits;
        }
    }

    private static long Amount(JsonElement reversal) =>
        reversal.Number("amount") is { } amount && StripeAmounts.TryRead(amount, reversal.Text("currency"), out var money) ? money.Value.MinorUnits : 0;

    private DateTimeOffset Now() => new(clock.UtcNow, TimeSpan.Zero);

    private Task<IReadOnlyList<SettlementStatement>> ListAsync(string producerId, bool isLive) =>
        work.RunAsync(services => services.GetRequiredService<SettlementStore>().ListAsync(producerId, isLive), _ => false);

    private Task<bool> NoteAsync(string statementId, Action<SettlementStatement> note) => work.RunAsync(
        async services =>
        {
            var store = services.GetRequiredService<SettlementStore>();
            var statement = (await store.FindAsync(statementId))!;
            note(statement);
            await store.SaveAsync(statement);
            return true;
        },
        _ => true);
}

/// <summary>What came of taking money back.</summary>
/// <param name="Amount">What was taken back.</param>
/// <param name="Fault">Why not all of it was.</param>
public sealed record TakenBack(Money Amount, StripeFault? Fault);
