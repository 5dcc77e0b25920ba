namespace Market.Payments.Storage;

/// <summary>What a scope knows of the unit of work it was made for: whether there is one, and what follows its commit.</summary>
public sealed class UnitOfWorkScope
{
    private readonly List<Func<Task>> _followUps = [];

    /// <summary>Whether what this scope does is committed by a unit of work.</summary>
    public bool IsUnderWay { get; private set; }

    internal IReadOnlyList<Func<Task>> FollowUps => _followUps;

    /// <summary>Has something done once the unit of work is committed; not if it is not.</summary>
    public void AfterCommit(Func<Task> followUp) => _followUps.Add(followUp);

    internal void Begin() => IsUnderWay = true;
}
