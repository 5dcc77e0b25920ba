using Market.Ledger;
using Market.Samples.Play;

namespace Market.Samples.Figures;

/// <summary>Whether the books hold: every account's sequence, chain and balance recomputed from its operations.</summary>
/// <param name="Accounts">How many accounts were looked at.</param>
/// <param name="Operations">How many operations.</param>
/// <param name="Fault">The first thing that does not fit, if any.</param>
internal sealed record ChainCheck(int Accounts, int Operations, string? Fault)
{
    public bool Holds => Fault is null;

    public string Sentence => Fault is null
        ? $"verified: {Euros.Number(Operations)} operations on {Euros.Number(Accounts)} accounts, every chain and balance recomputed, nothing amiss"
        : $"NOT IN ORDER: {Fault}";

    public static ChainCheck Of(InMemoryLedgerStore store, IReadOnlyList<Member> members)
    {
        var seen = 0;
        foreach (var member in members)
        {
            var expected = store.LockAsync(member.AccountId).GetAwaiter().GetResult()!;
            var head = new AccountHead(member.AccountId, expected.IsOpen, Money.Zero(Currency.Euro), 0, string.Empty, expected.Floor);
            foreach (var operation in store.OperationsOf(member.AccountId))
            {
                if (operation.Sequence != head.Sequence + 1 || operation.PreviousHash != head.Hash || operation.Hash != OperationHash.Of(operation))
                {
                    return new ChainCheck(members.Count, seen, $"operation {operation.Id} of {member.Number} does not continue its chain");
                }

                head = head.After(operation);
                seen++;
            }

            if (head != expected)
            {
                return new ChainCheck(members.Count, seen, $"the balance of {member.Number} is not the sum of its operations");
            }
        }

        var strays = store.Operations.Count - seen;
        return new ChainCheck(members.Count, seen, strays == 0 ? null : $"{strays} operations belong to no account");
    }
}
