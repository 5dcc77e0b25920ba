namespace Market.Orders.ViewModels;

/// <summary>The editor of a producer.</summary>
public class ProducerPartViewModel
{
    /// <summary>Where the producer works.</summary>
    public string? Village { get; set; }

    /// <summary>Where what is ordered is written to.</summary>
    public string? MailAddress { get; set; }

    /// <summary>A few sentences about the farm.</summary>
    public string? Description { get; set; }

    /// <summary>Their story.</summary>
    public string? Story { get; set; }

    /// <summary>The address of their picture.</summary>
    public string? Picture { get; set; }
}
