"""What is built and what stands: facilities, projects, the lists that name projects."""
