using Market.Ledger;
using Market.Payments.Stripe.Models;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Entities;
using OrchardCore.Modules;
using Stripe;

namespace Market.Payments.Stripe.Services;

/// <summary>
/// Takes back what a producer has had too much, from the newest transfers, instead of leaving it for the next settlement. What was asked
/// for and not answered is finished before anything new is asked.
/// </summary>
public sealed class TransferReversals(IUnitOfWork work, StripeGateway gateway, StripeKeyReader keys, IMarketTerms market, IIdGenerator ids, IClock clock)
{
    private const string TakeBackKey = "market_take_back";

    /// <summary>Takes back what is left below zero.</summary>
    /// <returns>What was taken back, and why not all of it was, where it was not.</returns>
    public async Task<TakenBack> TakeBackAsync(string producerId, string userId)
    {
        var (isLive, currency) = ((await keys.GetAsync()).IsLive is true, (await market.GetAsync()).Currency);
        var taken = Money.Zero(currency);
        foreach (var (statementId, transferId, wish, isOld) in await WishAsync(producerId, userId, isLive, currency))
        {
            if (await CarryOutAsync(transferId, wish, isOld) is { } fault)
            {
                await NoteAsync(statementId, wish.Key, kept => kept.IsRefused = !fault.MayHaveActed, reversed: null);
                return new TakenBack(taken, fault);
            }

            var transfer = await gateway.ReadTransferAsync(transferId);
            var reversed = transfer.Body?.Number("amount_reversed") is { } amount && StripeAmounts.TryRead(amount, transfer.Body.Value.Text("currency"), out var money) ? money : null;
            await NoteAsync(statementId, wish.Key, kept => kept.IsMade = true, reversed);
            taken += wish.Amount;
        }

        return new TakenBack(taken, null);
    }

    private Task<List<(string StatementId, string TransferId, TakeBack Wish, bool IsOld)>> WishAsync(string producerId, string userId, bool isLive, Currency currency) =>
        work.RunAsync(
            async services =>
            {
                var store = services.GetRequiredService<SettlementStore>();
                var statements = await store.ListAsync(producerId, isLive);
                List<(string StatementId, string TransferId, TakeBack Wish, bool IsOld)> open =
                [
                    .. statements.SelectMany(statement => statement.TakeBacks.Where(wish => wish.IsInDoubt).Select(wish => (statement.StatementId, statement.TransferId!, wish, true))),
                ];
                if (open.Count > 0)
                {
                    return open;
                }

                var missing = -new ProducerAccount(statements, currency).Left.MinorUnits;
                foreach (var statement in statements.Reverse().Where(statement => statement.State is SettlementState.Transferred))
                {
                    var part = new Money(Math.Min(missing, statement.Kept().MinorUnits), currency);
                    if (!part.IsPositive)
                    {
                        continue;
                    }

                    var wish = new TakeBack { Key = ids.GenerateUniqueId(), Amount = part, AskedBy = userId, AskedAt = new DateTimeOffset(clock.UtcNow, TimeSpan.Zero) };
                    statement.TakeBacks.Add(wish);
                    await store.SaveAsync(statement);
                    open.Add((statement.StatementId, statement.TransferId!, wish, false));
                    missing -= part.MinorUnits;
                }

                return open;
            },
            open => open.Any(one => !one.IsOld));

    private async Task<StripeFault?> CarryOutAsync(string transferId, TakeBack wish, bool isOld)
    {
        if (isOld)
        {
            var made = await gateway.ListAsync($"transfers/{Uri.EscapeDataString(transferId)}/reversals", string.Empty);
            if (made.Fault is not null || made.Items.Any(reversal => reversal.Object("metadata")?.Text(TakeBackKey) == wish.Key))
            {
                return made.Fault;
            }
        }

        return (await gateway.ReverseTransferAsync(
            transferId,
            new TransferReversalCreateOptions
            {
                Amount = StripeAmounts.ToStripe(wish.Amount),
                Metadata = new Dictionary<string, string>(StringComparer.Ordinal) { [TakeBackKey] = wish.Key },
            },
            "market-take-back-" + wish.Key)).Fault;
    }

    private Task<bool> NoteAsync(string statementId, string key, Action<TakeBack> note, Money? reversed) => work.RunAsync(
        async services =>
        {
            var store = services.GetRequiredService<SettlementStore>();
            var statement = (await store.FindAsync(statementId))!;
            var wish = statement.TakeBacks.Single(wish => wish.Key == key);
            note(wish);
            statement.ReversedMinorUnits = Math.Max(
                statement.ReversedMinorUnits,
                reversed?.MinorUnits ?? statement.TakeBacks.Where(made => made.IsMade).Sum(made => made.Amount.MinorUnits));
            await store.SaveAsync(statement);
            return true;
        },
        _ => true);
}

/// <summary>What came of taking money back.</summary>
/// <param name="Amount">What was taken back.</param>
/// <param name="Fault">Why not all of it was.</param>
public sealed record TakenBack(Money Amount, StripeFault? Fault);
