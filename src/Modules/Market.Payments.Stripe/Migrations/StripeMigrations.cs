using Market.Ledger.Online;
using Market.Payments.Stripe.CardPayments;
using Market.Payments.Stripe.Indexes;
using Market.Payments.Stripe.Models;
using Market.Payments.Stripe.Payouts;
using OrchardCore.Data.Migration;
using YesSql;
using YesSql.Sql;

namespace Market.Payments.Stripe.Migrations;

/// <summary>Payments, events and payouts by what is searched.</summary>
public sealed class StripeMigrations(ISession session, IProviderPayouts books, MarketDays days) : DataMigration
{
    private const int IdLength = 26;

    public async Task<int> CreateAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<CardPaymentIndex>(
            table => table
                .Column<string>(nameof(CardPaymentIndex.PaymentId), column => column.NotNull().Unique().WithLength(IdLength))
                .Column<string>(nameof(CardPaymentIndex.AccountId), column => column.NotNull().WithLength(IdLength))
                .Column<string>(nameof(CardPaymentIndex.Outcome), column => column.NotNull().WithLength(20))
                .Column<bool>(nameof(CardPaymentIndex.IsFlagged), column => column.NotNull())
                .Column<long>(nameof(CardPaymentIndex.AskedMilliseconds), column => column.NotNull())
                .Column<string>(nameof(CardPaymentIndex.FormHash), column => column.NotNull().Unique().WithLength(TextKey.Length))
                .Column<string>(nameof(CardPaymentIndex.ReferenceHash), column => column.WithLength(TextKey.Length)),
            StripeCollection.Name);
        await SchemaBuilder.AlterIndexTableAsync<CardPaymentIndex>(
            table =>
            {
                table.CreateIndex("IDX_CardPaymentIndex_DocumentId", "DocumentId");
                table.CreateIndex("IDX_CardPaymentIndex_Account", nameof(CardPaymentIndex.AccountId), nameof(CardPaymentIndex.AskedMilliseconds));
                table.CreateIndex("IDX_CardPaymentIndex_Asked", nameof(CardPaymentIndex.AskedMilliseconds));
                table.CreateIndex("IDX_CardPaymentIndex_Outcome", nameof(CardPaymentIndex.Outcome));
                table.CreateIndex("IDX_CardPaymentIndex_Reference", nameof(CardPaymentIndex.ReferenceHash));
            },
            StripeCollection.Name);

        await SchemaBuilder.CreateMapIndexTableAsync<InboxEventIndex>(
            table => table
                .Column<string>(nameof(InboxEventIndex.EventHash), column => column.NotNull().Unique().WithLength(TextKey.Length))
                .Column<string>(nameof(InboxEventIndex.State), column => column.NotNull().WithLength(20))
                .Column<long>(nameof(InboxEventIndex.NextTryMilliseconds), column => column.NotNull())
                .Column<long>(nameof(InboxEventIndex.ReceivedMilliseconds), column => column.NotNull())
                .Column<string>(nameof(InboxEventIndex.PaymentId), column => column.WithLength(IdLength)),
            StripeCollection.Name);
        await SchemaBuilder.AlterIndexTableAsync<InboxEventIndex>(
            table =>
            {
                table.CreateIndex("IDX_InboxEventIndex_DocumentId", "DocumentId");
                table.CreateIndex("IDX_InboxEventIndex_Next", nameof(InboxEventIndex.State), nameof(InboxEventIndex.NextTryMilliseconds));
                table.CreateIndex("IDX_InboxEventIndex_Received", nameof(InboxEventIndex.State), nameof(InboxEventIndex.ReceivedMilliseconds));
                table.CreateIndex("IDX_InboxEventIndex_Payment", nameof(InboxEventIndex.PaymentId));
            },
            StripeCollection.Name);

        await SchemaBuilder.CreateMapIndexTableAsync<PayoutIndex>(
            table => table
                .Column<string>(nameof(PayoutIndex.PayoutHash), column => column.NotNull().Unique().WithLength(TextKey.Length))
                .Column<string>(nameof(PayoutIndex.ArrivesOn), column => column.NotNull().WithLength(10)),
            StripeCollection.Name);
        await SchemaBuilder.AlterIndexTableAsync<PayoutIndex>(
            table =>
            {
                table.CreateIndex("IDX_PayoutIndex_DocumentId", "DocumentId");
                table.CreateIndex("IDX_PayoutIndex_ArrivesOn", nameof(PayoutIndex.ArrivesOn));
            },
            StripeCollection.Name);

        return await UpdateFrom1Async();
    }

    public async Task<int> UpdateFrom1Async()
    {
        await SchemaBuilder.AlterIndexTableAsync<CardPaymentIndex>(
            table =>
            {
                table.AddColumn<bool>(nameof(CardPaymentIndex.IsRefundInDoubt), column => column.NotNull().WithDefault(false));
                table.CreateIndex("IDX_CardPaymentIndex_Doubt", nameof(CardPaymentIndex.IsRefundInDoubt));
            },
            StripeCollection.Name);
        await SchemaBuilder.AlterIndexTableAsync<InboxEventIndex>(
            table =>
            {
                table.AddColumn<bool>(nameof(InboxEventIndex.HasBody), column => column.NotNull().WithDefault(true));
                table.CreateIndex("IDX_InboxEventIndex_Body", nameof(InboxEventIndex.HasBody), nameof(InboxEventIndex.ReceivedMilliseconds));
            },
            StripeCollection.Name);

        // Before anything is saved: all that is goes through all indexes.
        await AddTestMoneyAsync();

        // Only those that are paid can have refunds in doubt; saving them again says so in the new column.
        var paid = nameof(OnlineOutcome.Paid);
        foreach (var payment in await session.Query<CardPayment, CardPaymentIndex>(index => index.Outcome == paid, StripeCollection.Name).ListAsync())
        {
            if (payment.Refunds.Any(asked => asked.IsInDoubt))
            {
                await session.SaveAsync(payment, collection: StripeCollection.Name);
            }
        }

        return 3;
    }

    /// <summary>What test keys put into the books, so that a person can take it out.</summary>
    public async Task<int> UpdateFrom2Async()
    {
        await AddTestMoneyAsync();
        return 3;
    }

    /// <summary>What the journals said of payouts is booked, as they said it, and what they no longer said of those that came back.</summary>
    public async Task<int> UpdateFrom3Async()
    {
        var dayOf = await days.GetAsync();
        foreach (var payout in (await session.Query<Payout, PayoutIndex>(StripeCollection.Name).ListAsync()).OrderBy(payout => payout.StatusAt).ThenBy(payout => payout.PayoutId, StringComparer.Ordinal))
        {
            // What a payout is made of was asked once it was paid.
            payout.IsPaid = payout.Status == "paid" || payout.Lines.Count > 0;
            payout.ReturnedOn = payout.IsReturned ? dayOf(payout.StatusAt) : null;
            await session.SaveAsync(payout, collection: StripeCollection.Name);
            await books.KeepAsync(PayoutBooks.FactsOf(payout), payout.StatusAt);
        }

        return 4;
    }

    private async Task AddTestMoneyAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<TestMoneyIndex>(
            table => table.Column<string>(nameof(TestMoneyIndex.PaymentId), column => column.NotNull().WithLength(IdLength)),
            StripeCollection.Name);
        await SchemaBuilder.AlterIndexTableAsync<TestMoneyIndex>(
            table => table.CreateIndex("IDX_TestMoneyIndex_DocumentId", "DocumentId"),
            StripeCollection.Name);

        // Saving them again says so in the new table.
        foreach (var payment in await session.Query<CardPayment, CardPaymentIndex>(StripeCollection.Name).ListAsync())
        {
            if (!payment.Payment.IsLive && payment.Booked.StandsInTheBooks())
            {
                await session.SaveAsync(payment, collection: StripeCollection.Name);
            }
        }
    }
}
