using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Ledger.Methods;
using Market.Payments;

namespace Market.SiteBenchmarks;

/// <summary>A market that takes cash, for the engine by itself.</summary>
internal sealed class EngineTerms : IMarketTerms
{
    private static readonly MarketTerms Terms = new(PaymentsActive: true, Currency.Euro, [new Cash()]);

    public ValueTask<MarketTerms> GetAsync() => ValueTask.FromResult(Terms);

    private sealed class Cash : IPaymentMethod
    {
        public string Name => BuiltInMethods.Cash;

        public string Label => Name;

        public PaymentUse Use => PaymentUse.OnSite;

        public bool MembersMayChoose => false;

        public IReadOnlyList<PaymentField> Fields => [];

        public bool Refunds => true;
    }
}
