namespace Market.Ledger.Allocations;

/// <summary>What became of a heap.</summary>
/// <param name="Heap">The heap.</param>
/// <param name="Owed">What is still owed of it, money given back too much included.</param>
/// <param name="Payers">The money that paid what it costs.</param>
internal sealed record SettledHeap(DebtHeap Heap, long Owed, Purse Payers);

/// <summary>Money that a refund gave back.</summary>
/// <param name="Refund">The refund.</param>
/// <param name="Credit">What had brought the money.</param>
/// <param name="Amount">How much of it.</param>
internal sealed record GivenBack(Operation Refund, Operation Credit, long Amount);

/// <summary>
/// The one walk by which an account's money pays its debts. How far an order is paid, and by which payments, are both read from it.
/// </summary>
internal sealed class Settling
{
    private readonly Purse _held = new();
    private readonly List<SettledHeap> _settled = [];

    private readonly List<GivenBack> _givenBack = [];

    // Money of one method that was given back by another, which has it from here on in place of its own.
    private readonly List<(Operation Refund, Purse Others)> _exchanges = [];

    private Settling(IReadOnlyList<DebtHeap> heaps)
    {
        var opened = heaps.Select(Open).ToList();

        // A refund that names no order takes from what is held before it is a debt of its own: so refunds come first.
        foreach (var heap in opened.Where(one => one.Heap.IsRefund).Concat(opened.Where(one => !one.Heap.IsRefund)))
        {
            Settle(heap.Heap, heap.Payers, heap.Beyond);
        }

        while (_exchanges.Exists(exchange => Exchange(exchange.Refund, exchange.Others)))
        {
        }

        foreach (var (refund, others) in _exchanges)
        {
            Note(refund, others);
        }
    }

    /// <summary>Every heap, money given back that names no order first, then from the oldest.</summary>
    public IReadOnlyList<SettledHeap> Heaps => _settled;

    /// <summary>What is held once every debt is paid.</summary>
    public long Held => _held.Sum;

    /// <summary>What is held, each part with what brought it.</summary>
    public IEnumerable<(Operation? Payment, long Amount)> HeldParts => _held.Parts;

    /// <summary>Which money refunds gave back.</summary>
    public IReadOnlyList<GivenBack> Returned => _givenBack;

    public static Settling Of(IEnumerable<Operation> operations) => new(DebtHeap.Gather(operations));

    // What names the heap pays it first; what is beyond its cost is held. Refunds of it that its own money does not cover are beyond it.
    private (DebtHeap Heap, Purse Payers, IReadOnlyList<(Operation Refund, long Amount)> Beyond) Open(DebtHeap heap)
    {
        var own = new Purse();
        foreach (var (root, amount) in heap.Money)
        {
            own.Put(root, amount);
        }

        IReadOnlyList<(Operation Refund, long Amount)> beyond = heap.OrderId is null ? [] : GiveBack(own, heap.Money);

        if (heap.Net <= 0)
        {
            return (heap, own.Sum <= heap.Cost ? own : own.Take(heap.Cost), beyond);
        }

        var payers = own.Take(heap.Cost);
        _held.Put(heap.Credit, heap.Net - own.Move(heap.Net, _held));
        return (heap, payers, beyond);
    }

    // What the refunds among some money gave back, and it did not have.
    private List<(Operation Refund, long Amount)> GiveBack(Purse own, IReadOnlyList<(Operation Root, long Amount)> money)
    {
        var beyond = new List<(Operation Refund, long Amount)>();
        foreach (var (root, amount) in money)
        {
            if (amount < 0 && GiveBack(own, root, -amount) is > 0 and var missing)
            {
                beyond.Add((root, missing));
            }
        }

        return beyond;
    }

    private void Settle(DebtHeap heap, Purse payers, IReadOnlyList<(Operation Refund, long Amount)> beyond)
    {
        var owed = Math.Max(0, -heap.Net);
        if (heap.IsRefund)
        {
            var missing = GiveBack(_held, heap.First, owed);
            Lack(heap.First, missing);
            _settled.Add(new SettledHeap(heap, missing, payers));
            return;
        }

        var taken = _held.Take(owed);
        owed -= taken.Sum;
        foreach (var (refund, amount) in beyond)
        {
            Lack(refund, GiveBack(taken, refund, amount));
        }

        taken.Move(taken.Sum, payers);
        _settled.Add(new SettledHeap(heap, owed, payers));
    }

    // A refund gives back its own method's money; where there is too little of it, what is there. What is not there is returned.
    private long GiveBack(Purse purse, Operation refund, long amount)
    {
        var own = purse.TakeNewest(amount, payment => payment?.Method == refund.Method);
        Note(refund, own);
        var missing = amount - own.Sum;
        var others = purse.TakeNewest(missing, _ => true);
        _exchanges.Add((refund, others));
        return missing - others.Sum;
    }

    private void Lack(Operation refund, long amount)
    {
        var nobodys = new Purse();
        nobodys.Put(null, amount);
        _exchanges.Add((refund, nobodys));
    }

    private void Note(Operation refund, Purse money) =>
        _givenBack.AddRange(money.Parts.Where(part => part.Payment is not null).Select(part => new GivenBack(refund, part.Payment!, part.Amount)));

    // What a method gave back is the method's no more, wherever it was taken from: it leaves what is held, then what it paid the newest.
    private bool Exchange(Operation refund, Purse others)
    {
        var before = others.Sum;
        if (before == 0)
        {
            return false;
        }

        foreach (var purse in _settled.OrderByDescending(one => one.Heap.Since).ThenByDescending(one => one.Heap.First.Sequence).Select(one => one.Payers).Prepend(_held))
        {
            var taken = purse.TakeNewest(others.Sum, payment => payment?.Method == refund.Method);
            Note(refund, taken);
            foreach (var (payment, amount) in others.Take(taken.Sum).Parts)
            {
                purse.Put(payment, amount);
            }
        }

        return others.Sum < before;
    }
}
